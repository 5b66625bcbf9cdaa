// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The SQL functions that let a REST backend do what plain requests cannot: writes that take effect together, bulks whose
 * rows set different columns, JSON's own null, and a check of the schema. They run with the rights of the caller. Install
 * them in each schema that the API exposes: with Flyway from {@link #MIGRATIONS}, or by running {@link #script()}, which may
 * be run again at any time.
 */
public final class SupabaseFunctions {

    /** A location for Flyway with one repeatable migration, which takes no version number. */
    public static final String MIGRATIONS = "classpath:db/supabase";

    private static final String RESOURCE = "/db/supabase/R__dualbase_functions.sql";

    private SupabaseFunctions() {}

    /** The SQL that creates the functions in the current schema, for the SQL editor or any client. */
    public static String script() {
        try (InputStream in = SupabaseFunctions.class.getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
