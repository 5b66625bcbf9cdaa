// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.jdbc.JdbcBackend;
import java.util.Map;

/** Opens Supabase's PostgreSQL over JDBC, with TLS and the server's name verified. */
public final class SupabasePooler {

    /** The id of the backends made here. */
    public static final String ID = "supabase-pooler";

    private SupabasePooler() {}

    /** Starts the configuration of a backend. */
    public static SupabasePoolerBuilder builder(PoolerMode mode) {
        return new SupabasePoolerBuilder(mode);
    }

    /**
     * Opens what the process's environment names: {@code SUPABASE_DB_MODE} (direct, session or transaction, required), and
     * either {@code SUPABASE_DB_URL}, {@code postgresql://user:password@host:port/database} as Supabase shows it, or
     * {@code SUPABASE_DB_PROJECT}, {@code _HOST}, {@code _PORT}, {@code _USER}, {@code _DATABASE} (postgres). The password
     * may also be in {@code SUPABASE_DB_PASSWORD} where the URL has none. Besides: {@code _SCHEMA},
     * {@code _MAX_CONNECTIONS} (3), {@code _SSL_MODE} (verify-full) and {@code PGSSLROOTCERT}.
     *
     * @throws InvalidValueException naming every variable that is missing, cannot be or contradicts another, never a
     *     password
     */
    public static JdbcBackend fromEnvironment() {
        return from(System.getenv());
    }

    /**
     * Opens what variables with the names that {@link #fromEnvironment()} lists say. No connection is made before the first
     * call.
     *
     * @throws InvalidValueException as there
     */
    public static JdbcBackend from(Map<String, String> variables) {
        return PoolerEnvironment.read(variables).build();
    }
}
