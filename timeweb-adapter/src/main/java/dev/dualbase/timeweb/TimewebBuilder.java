// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.internal.settings.TextSettings;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.core.jdbc.SslMode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Configures a {@link JdbcBackend} on a managed PostgreSQL: over TLS with the server's name verified, and with a pool that
 * suits one of several small processes, as {@link JdbcBackendBuilder} has it.
 */
public final class TimewebBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(TimewebBackends.class);

    private final Map<Setting, String> settings = new EnumMap<>(Setting.class);
    private final boolean fromVariables;
    private @Nullable Duration connectTimeout;
    private @Nullable Duration statementTimeout;
    private @Nullable String tenantSetting;

    TimewebBuilder() {
        this.fromVariables = false;
    }

    /** With what variables say; others are left alone. */
    TimewebBuilder(Map<String, String> variables) {
        this.fromVariables = true;
        for (Setting setting : Setting.values()) {
            String value = variables.get(setting.variable());
            if (value != null) {
                settings.put(setting, value);
            }
        }
    }

    /**
     * The name of the server, which its certificate must carry; without scheme and port. Required. Where one of several may be
     * the primary, all of them with commas between them, each with {@code :port} where that is another: connections go to the
     * one that takes writes, so that calls go on after a failover.
     */
    @CanIgnoreReturnValue
    public TimewebBuilder host(String newHost) {
        return set(Setting.HOST, newHost);
    }

    /** The port, where it is not 5432. */
    @CanIgnoreReturnValue
    public TimewebBuilder port(int newPort) {
        return set(Setting.PORT, Integer.toString(newPort));
    }

    /**
     * A streaming replica on the port of the primary, for reads that ask for one: see {@link ReadPreference}. It may be called
     * for several, which take turns. Each has a pool of its own, of the same size, and TLS, user and password of the primary;
     * so its certificate must carry its name.
     */
    @CanIgnoreReturnValue
    public TimewebBuilder replica(String replicaHost) {
        return set(
                Setting.REPLICAS,
                settings.containsKey(Setting.REPLICAS)
                        ? settings.get(Setting.REPLICAS) + "," + replicaHost
                        : replicaHost);
    }

    /** A streaming replica, as {@link #replica(String)}, on a port of its own. */
    @CanIgnoreReturnValue
    public TimewebBuilder replica(String replicaHost, int replicaPort) {
        return replica(replicaHost + ":" + replicaPort);
    }

    /** The database. Required. */
    @CanIgnoreReturnValue
    public TimewebBuilder database(String newDatabase) {
        return set(Setting.DATABASE, newDatabase);
    }

    /** The user. Required. */
    @CanIgnoreReturnValue
    public TimewebBuilder user(String newUser) {
        return set(Setting.USER, newUser);
    }

    /** The password. It appears in no message. Required. */
    @CanIgnoreReturnValue
    public TimewebBuilder password(String newPassword) {
        return set(Setting.PASSWORD, newPassword);
    }

    /** The schema that holds the tables, where it is not the one they were generated from. */
    @CanIgnoreReturnValue
    public TimewebBuilder schema(String newSchema) {
        return set(Setting.SCHEMA, newSchema);
    }

    /** How many connections this process has at most, 3 if nothing is said. Count all processes against the server's limit. */
    @CanIgnoreReturnValue
    public TimewebBuilder maxConnections(int newMaxConnections) {
        return set(Setting.MAX_CONNECTIONS, Integer.toString(newMaxConnections));
    }

    /** How the connection is protected, {@link SslMode#VERIFY_FULL} if nothing is said. Less is logged as a warning. */
    @CanIgnoreReturnValue
    public TimewebBuilder sslMode(SslMode newMode) {
        return set(Setting.SSL_MODE, newMode.driverName());
    }

    /** A file with the certificate of the server's authority, where it is not in {@code ~/.postgresql/root.crt}. */
    @CanIgnoreReturnValue
    public TimewebBuilder rootCertificate(String file) {
        return set(Setting.ROOT_CERTIFICATE, file);
    }

    /** As {@link JdbcBackendBuilder#connectTimeout}. */
    @CanIgnoreReturnValue
    public TimewebBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = timeout;
        return this;
    }

    /** As {@link JdbcBackendBuilder#statementTimeout}. */
    @CanIgnoreReturnValue
    public TimewebBuilder statementTimeout(Duration timeout) {
        this.statementTimeout = timeout;
        return this;
    }

    /** As {@link JdbcBackendBuilder#tenantSetting}, for policies of row-level security. */
    @CanIgnoreReturnValue
    public TimewebBuilder tenantSetting(String name) {
        this.tenantSetting = name;
        return this;
    }

    /**
     * What was said, with the rest filled in, for migration tools and the like.
     *
     * @throws InvalidValueException listing everything that is missing, cannot be or contradicts itself, never a value
     */
    public TimewebSettings settings() {
        return new TimewebRules(new TextSettings<>(settings, each -> each.in(fromVariables), List.of())).read();
    }

    /**
     * Opens the backend. No connection is made before the first call.
     *
     * @throws InvalidValueException listing everything that is missing, cannot be or contradicts itself, never a value
     */
    public JdbcBackend build() {
        TimewebSettings checked = settings();
        if (checked.sslMode() != SslMode.VERIFY_FULL) {
            LOG.warn(
                    "backend {}: sslmode {} does not make sure who the server is",
                    TimewebBackends.ID,
                    checked.sslMode().driverName());
        }
        JdbcBackendBuilder builder = JdbcBackend.builder(TimewebBackends.ID)
                .url(checked.jdbcUrl())
                .credentials(checked.user(), checked.password())
                .maxConnections(checked.maxConnections());
        checked.schema().ifPresent(builder::schema);
        checked.replicaUrls().forEach(builder::replica);
        if (connectTimeout != null) {
            builder.connectTimeout(connectTimeout);
        }
        if (statementTimeout != null) {
            builder.statementTimeout(statementTimeout);
        }
        if (tenantSetting != null) {
            builder.tenantSetting(tenantSetting);
        }
        return builder.build();
    }

    @CanIgnoreReturnValue
    private TimewebBuilder set(Setting setting, String value) {
        settings.put(setting, value);
        return this;
    }
}
