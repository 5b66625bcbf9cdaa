// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.Origin;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Tells the server for which tenant each statement is: see {@link JdbcBackendBuilder#tenantSetting}. Where nothing was said the
 * setting is empty, and never what an earlier statement left.
 */
final class TenantSetting {

    private static final String NOBODY = "";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*\\.[A-Za-z_]\\w*");

    private final Optional<String> name;
    private final ThreadLocal<String> tenant = ThreadLocal.withInitial(() -> NOBODY);

    /** A setting of this name, or none. */
    TenantSetting(Optional<String> name) {
        this.name = name;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Lets all statements of a call be for the tenant of its origin, but those of calls inside of it. */
    <T> T during(Origin origin, Supplier<T> call) {
        if (name.isEmpty()) {
            return call.get();
        }
        String outer = tenant.get();
        tenant.set(origin.tenant().orElse(NOBODY));
        try {
            return call.get();
        } finally {
            restore(outer);
        }
    }

    private void restore(String outer) {
        if (outer.equals(NOBODY)) {
            tenant.remove();
        } else {
            tenant.set(outer);
        }
    }

    /** What has to be said with each statement that is by itself, empty if nothing has. */
    Optional<LocalSettings.Tenant> ofEach() {
        return name.map(setting -> new LocalSettings.Tenant(setting, tenant.get()));
    }

    /** Says it before the next statement of a transaction. */
    void tell(TransactionScope scope) throws SQLException {
        if (name.isPresent()) {
            scope.actFor(name.get(), tenant.get());
        }
    }
}
