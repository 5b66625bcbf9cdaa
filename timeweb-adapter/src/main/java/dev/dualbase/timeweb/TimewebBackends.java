// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.jdbc.JdbcBackend;
import java.util.Map;

/** Opens a managed PostgreSQL, at Timeweb or anywhere else, over TLS with the server's name verified. */
public final class TimewebBackends {

    /** The id of the backends made here. */
    public static final String ID = "timeweb";

    private TimewebBackends() {}

    /**
     * Opens the server that the process's environment names: {@code POSTGRES_HOST}, which may be several with commas between
     * them, of which one takes writes; {@code _PORT} (5432),
     * {@code _REPLICA_HOSTS} (none; several with commas between them, each with its port where that is another),
     * {@code _DATABASE}, {@code _USER}, {@code _PASSWORD}, {@code _MAX_CONNECTIONS} (3), {@code _SCHEMA},
     * {@code _SSL_MODE} (verify-full) and {@code PGSSLROOTCERT}.
     *
     * @throws InvalidValueException naming every variable that is missing, cannot be or contradicts another, never a value
     */
    public static JdbcBackend fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /** The same from variables with those names. */
    public static JdbcBackend fromEnvironment(Map<String, String> variables) {
        return builder(variables).build();
    }

    /** Configures a backend whose settings come from elsewhere. */
    public static TimewebBuilder builder() {
        return new TimewebBuilder();
    }

    /** Configures a backend with what variables say, by the names that {@link #fromEnvironment()} lists. */
    public static TimewebBuilder builder(Map<String, String> variables) {
        return new TimewebBuilder(variables);
    }
}
