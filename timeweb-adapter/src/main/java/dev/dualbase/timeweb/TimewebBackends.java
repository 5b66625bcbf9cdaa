// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.core.jdbc.SslMode;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a managed PostgreSQL, at Timeweb or anywhere else, over TLS with the server's name verified. */
public final class TimewebBackends {

    /** The id of the backends made here. */
    public static final String ID = "timeweb";

    private static final Logger LOG = LoggerFactory.getLogger(TimewebBackends.class);

    private TimewebBackends() {}

    /**
     * Opens the server that the process's environment names: {@code POSTGRES_HOST}, {@code _PORT} (5432),
     * {@code _DATABASE}, {@code _USER}, {@code _PASSWORD}, {@code _MAX_CONNECTIONS} (3), {@code _SCHEMA},
     * {@code _SSL_MODE} (verify-full) and {@code PGSSLROOTCERT}.
     *
     * @throws InvalidValueException naming every variable that is missing or cannot be, never a value
     */
    public static JdbcBackend fromEnvironment() {
        return open(settingsFrom(System.getenv()));
    }

    /**
     * Reads the settings from variables with the names that {@link #fromEnvironment()} lists.
     *
     * @throws InvalidValueException naming every variable that is missing or cannot be, never a value
     */
    public static TimewebSettings settingsFrom(Map<String, String> variables) {
        return new EnvironmentReader(variables).read();
    }

    /** Opens a server. No connection is made before the first call. Less than verify-full is logged as a warning. */
    public static JdbcBackend open(TimewebSettings settings) {
        if (settings.sslMode() != SslMode.VERIFY_FULL) {
            LOG.warn(
                    "backend {}: sslmode {} does not make sure who the server is",
                    ID,
                    settings.sslMode().driverName());
        }
        JdbcBackendBuilder builder = JdbcBackend.builder(ID)
                .url(settings.jdbcUrl())
                .credentials(settings.user(), settings.password())
                .maxConnections(settings.maxConnections());
        settings.schema().ifPresent(builder::schema);
        return builder.build();
    }
}
