// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A system property, or else the environment variable of the same name: {@code dualbase.test.url} is {@code DUALBASE_TEST_URL}. */
record Setting(String property) {
    static final Setting URL = new Setting("dualbase.test.url");
    static final Setting USER = new Setting("dualbase.test.user");
    static final Setting PASSWORD = new Setting("dualbase.test.password");
    static final Setting PGBOUNCER = new Setting("dualbase.test.pgbouncer");
    static final Setting SOURCE = new Setting("dualbase.test.source");

    Optional<String> value() {
        @Nullable String text = System.getProperty(property);
        return Optional.ofNullable(text == null ? System.getenv(variable()) : text)
                .filter(value -> !value.isBlank());
    }

    String variable() {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
