// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.internal.settings.TextSettings;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.core.jdbc.SslMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Configures a {@link JdbcBackend} on Supabase's PostgreSQL. */
public final class SupabasePoolerBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(SupabasePoolerBuilder.class);

    private final @Nullable PoolerMode mode;
    private final Map<Setting, String> settings = new LinkedHashMap<>();
    private final List<String> earlierProblems;
    private final boolean fromVariables;
    private @Nullable Duration connectTimeout;
    private @Nullable Duration statementTimeout;
    private @Nullable String tenantSetting;

    SupabasePoolerBuilder(PoolerMode mode) {
        this.mode = mode;
        this.earlierProblems = List.of();
        this.fromVariables = false;
    }

    /** What was read from variables, with the problems of that. */
    SupabasePoolerBuilder(@Nullable PoolerMode mode, Map<Setting, String> settings, List<String> problems) {
        this.mode = mode;
        this.settings.putAll(settings);
        this.earlierProblems = List.copyOf(problems);
        this.fromVariables = true;
    }

    /** The reference of the project, 20 letters. It gives the user of the pooler, and the host of the direct way. */
    @CanIgnoreReturnValue
    public SupabasePoolerBuilder project(String reference) {
        return set(Setting.PROJECT, reference);
    }

    /** The host that Supabase shows for the mode, such as {@code aws-0-eu-central-1.pooler.supabase.com}. */
    @CanIgnoreReturnValue
    public SupabasePoolerBuilder host(String newHost) {
        return set(Setting.HOST, newHost);
    }

    /** The port, where it is not the mode's: 5432, and 6543 by the transaction. */
    @CanIgnoreReturnValue
    public SupabasePoolerBuilder port(int newPort) {
        return set(Setting.PORT, Integer.toString(newPort));
    }

    /** The database, where it is not {@code postgres}. */
    @CanIgnoreReturnValue
    public SupabasePoolerBuilder database(String newDatabase) {
        return set(Setting.DATABASE, newDatabase);
    }

    /** The user, where it is not {@code postgres}, or {@code postgres.<project>} on the pooler. */
    @CanIgnoreReturnValue
    public SupabasePoolerBuilder user(String newUser) {
        return set(Setting.USER, newUser);
    }

    /** The password of the database, which is no key of the API. It appears in no message. Required. */
    @CanIgnoreReturnValue
    public SupabasePoolerBuilder password(String newPassword) {
        return set(Setting.PASSWORD, newPassword);
    }

    /** The schema that holds the tables, where it is not the one they were generated from. */
    @CanIgnoreReturnValue
    public SupabasePoolerBuilder schema(String newSchema) {
        return set(Setting.SCHEMA, newSchema);
    }

    /** How the connection is protected, verify-full if nothing is said. Less is logged as a warning. */
    @CanIgnoreReturnValue
    public SupabasePoolerBuilder sslMode(SslMode newMode) {
        return set(Setting.SSL_MODE, newMode.driverName());
    }

    /** A file with the certificate of Supabase's authority, where it is not in {@code ~/.postgresql/root.crt}. */
    @CanIgnoreReturnValue
    public SupabasePoolerBuilder rootCertificate(String file) {
        return set(Setting.ROOT_CERTIFICATE, file);
    }

    /** How many connections this process has at most, 3 if nothing is said. The pooler limits those of all. */
    @CanIgnoreReturnValue
    public SupabasePoolerBuilder maxConnections(int newMaxConnections) {
        return set(Setting.MAX_CONNECTIONS, Integer.toString(newMaxConnections));
    }

    /** As {@link JdbcBackendBuilder#connectTimeout}. */
    @CanIgnoreReturnValue
    public SupabasePoolerBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = timeout;
        return this;
    }

    /** As {@link JdbcBackendBuilder#statementTimeout}: in every mode the server itself ends the statement. */
    @CanIgnoreReturnValue
    public SupabasePoolerBuilder statementTimeout(Duration timeout) {
        this.statementTimeout = timeout;
        return this;
    }

    /** As {@link JdbcBackendBuilder#tenantSetting}, for policies of row-level security. */
    @CanIgnoreReturnValue
    public SupabasePoolerBuilder tenantSetting(String name) {
        this.tenantSetting = name;
        return this;
    }

    /**
     * Opens the backend. No connection is made before the first call.
     *
     * @throws InvalidValueException listing everything that is missing, cannot be or contradicts the mode, never the
     *     password
     */
    public JdbcBackend build() {
        TextSettings<Setting> said = new TextSettings<>(settings, each -> each.in(fromVariables), earlierProblems);
        Optional<PoolerAddress> address = new PoolerRules(mode, said).address();
        said.requireNoProblem(SupabasePooler.ID);
        return open(address.orElseThrow());
    }

    private JdbcBackend open(PoolerAddress address) {
        if (address.sslMode() != SslMode.VERIFY_FULL) {
            LOG.warn(
                    "backend {}: sslmode {} does not make sure who the server is",
                    SupabasePooler.ID,
                    address.sslMode().driverName());
        }
        JdbcBackendBuilder builder = JdbcBackend.builder(SupabasePooler.ID)
                .url(address.jdbcUrl())
                .credentials(address.user(), address.password())
                .maxConnections(address.maxConnections())
                .pooling(address.mode().pooling());
        if (settings.containsKey(Setting.SCHEMA)) {
            builder.schema(settings.get(Setting.SCHEMA));
        }
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
    private SupabasePoolerBuilder set(Setting setting, String value) {
        settings.put(setting, value);
        return this;
    }
}
