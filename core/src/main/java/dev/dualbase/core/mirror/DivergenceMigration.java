// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The table {@code dualbase_divergence}, in which a {@link DualWriteBackend} notes durably which rows may differ. Create it on
 * the primary, in the schema of the mirrored tables: with Flyway from {@link #LOCATION}, or by running {@link #script()},
 * which may be run again at any time. For the way back create it on the other backend too.
 */
public final class DivergenceMigration {

    /** A location for Flyway with one repeatable migration, which takes no version number. */
    public static final String LOCATION = "classpath:db/dualbase";

    private static final String RESOURCE = "/db/dualbase/R__dualbase_divergence.sql";

    private DivergenceMigration() {}

    /** The SQL that creates the table in the current schema, for any client. */
    public static String script() {
        try (InputStream in = DivergenceMigration.class.getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
