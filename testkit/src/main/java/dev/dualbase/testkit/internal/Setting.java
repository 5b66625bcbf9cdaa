// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.internal;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A system property, or else the environment variable of the same name: {@code dualbase.test.url} is {@code DUALBASE_TEST_URL}. */
public record Setting(String property) {
    /** See {@code PostgresServers}. */
    public static final Setting URL = new Setting("dualbase.test.url");
    /** See {@code PostgresServers}. */
    public static final Setting USER = new Setting("dualbase.test.user");
    /** See {@code PostgresServers}. */
    public static final Setting PASSWORD = new Setting("dualbase.test.password");
    /** See {@code PostgresServers}. */
    public static final Setting SOURCE = new Setting("dualbase.test.source");
    /** The image for containers of PostgreSQL. */
    public static final Setting IMAGE = new Setting("dualbase.test.image");
    /** The program PgBouncer. */
    public static final Setting PGBOUNCER = new Setting("dualbase.test.pgbouncer");
    /** The binary of PostgREST. */
    public static final Setting POSTGREST = new Setting("dualbase.test.postgrest");

    /** What a person has set, unless it is blank. */
    public Optional<String> value() {
        @Nullable String text = System.getProperty(property);
        return Optional.ofNullable(text == null ? System.getenv(variable()) : text)
                .filter(value -> !value.isBlank());
    }

    /** The name of the environment variable. */
    public String variable() {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
