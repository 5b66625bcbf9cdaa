// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.InvalidValueException;
import java.util.Optional;

/**
 * Where an operation comes from, for logs and metrics, and for which tenant it is, for a backend that tells the server. Logs and
 * metrics never show the tenant.
 *
 * @param repository the simple name of the repository
 * @param method the method the host called
 * @param tenant whose rows it may touch, {@link #ALL_TENANTS}, or empty if that was not said: see
 *     {@link dev.dualbase.core.jdbc.JdbcBackendBuilder#tenantSetting}
 */
public record Origin(String repository, String method, Optional<String> tenant) {

    /** In place of a tenant: the rows of all. */
    public static final String ALL_TENANTS = "*";

    /** Without a tenant. */
    public Origin(String repository, String method) {
        this(repository, method, Optional.empty());
    }

    /**
     * The same, for one tenant.
     *
     * @param newTenant as policies of the database know it
     * @throws InvalidValueException if it is empty or {@value #ALL_TENANTS}
     */
    public Origin forTenant(String newTenant) {
        if (newTenant.isEmpty() || newTenant.equals(ALL_TENANTS)) {
            throw new InvalidValueException("the name of a tenant is not empty, and not " + ALL_TENANTS);
        }
        return new Origin(repository, method, Optional.of(newTenant));
    }

    /** The same, for the rows of all tenants. */
    public Origin acrossTenants() {
        return new Origin(repository, method, Optional.of(ALL_TENANTS));
    }

    /** The same, without saying for whom. */
    public Origin withoutTenant() {
        return tenant.isEmpty() ? this : new Origin(repository, method);
    }

    /** Both names, as in {@code ClientRepository.findByPhone}. */
    @Override
    public String toString() {
        return repository + "." + method;
    }
}
