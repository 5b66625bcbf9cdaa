// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.PoolListener;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.error.InvalidValueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Configures a {@link JdbcBackend}. The defaults suit one of several small processes on one managed server that ends idle
 * sessions after 15 minutes: 3 connections, none kept idle, none older than 10 minutes.
 */
public final class JdbcBackendBuilder {

    private final String id;
    private final Map<String, String> driverProperties = new LinkedHashMap<>();
    private final List<String> replicas = new ArrayList<>();
    private @Nullable String url;
    private @Nullable String user;
    private @Nullable String password;
    private @Nullable String schema;
    private int maxConnections = 3;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration statementTimeout = Duration.ofSeconds(30);
    private Duration maxLifetime = Duration.ofMinutes(10);
    private Duration closeTimeout = Duration.ofSeconds(10);
    private Duration leakThreshold = Duration.ofMinutes(1);
    private PoolListener poolListener = PoolListener.logging();
    private ServerPooling pooling = ServerPooling.NONE;
    private Duration replicaWait = Duration.ofSeconds(1);
    private @Nullable String tenantSetting;

    JdbcBackendBuilder(String id) {
        this.id = id;
    }

    /**
     * The JDBC URL, {@code jdbc:postgresql://host:port/database}. Required. A user, a password and {@code options} in it
     * hold where they are not set here. With several hosts and {@code targetServerType=primary},
     * {@code jdbc:postgresql://one:5432,other:5432/database?targetServerType=primary}, connections go to the one that takes
     * writes, so that calls go on after a failover.
     *
     * <p>Without {@code sslmode=verify-full} and {@code sslrootcert} in it the driver does not make sure who the server is.
     */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder url(String jdbcUrl) {
        this.url = jdbcUrl;
        return this;
    }

    /** The user and the password; the password appears in no message. Without, and without a user in the URL: postgres. */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder credentials(String newUser, String newPassword) {
        this.user = newUser;
        this.password = newPassword;
        return this;
    }

    /** The schema that holds the tables, where it is not the one they were generated from. */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder schema(String newSchema) {
        this.schema = newSchema;
        return this;
    }

    /** How many connections there are at most, 1 or more. Count all processes against the server's limit. */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder maxConnections(int newMaxConnections) {
        this.maxConnections = newMaxConnections;
        return this;
    }

    /** How long a call waits for a connection, 250 ms or more, whether the pool is full or the server does not answer. */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = timeout;
        return this;
    }

    /** How long a statement may run before the server ends it. */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder statementTimeout(Duration timeout) {
        this.statementTimeout = timeout;
        return this;
    }

    /** How old a connection may become, 30 seconds or more; keep it below what server and network allow. */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder maxLifetime(Duration lifetime) {
        this.maxLifetime = lifetime;
        return this;
    }

    /** How long closing waits for the calls under way, 10 seconds if nothing is said; then it ends their connections. */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder closeTimeout(Duration timeout) {
        this.closeTimeout = timeout;
        return this;
    }

    /**
     * After how long a call that keeps its connection, such as a transaction whose body waits for something else, is logged
     * as a warning with the stack of its caller; 2 seconds or more, zero for never. A minute if nothing is said, and never more than the lifetime.
     */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder leakThreshold(Duration threshold) {
        this.leakThreshold = threshold;
        return this;
    }

    /** Who is told that callers wait, the log if nothing is said. */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder poolListener(PoolListener listener) {
        this.poolListener = listener;
        return this;
    }

    /** What sits between this backend and the server, {@link ServerPooling#NONE} if nothing is said. */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder pooling(ServerPooling newPooling) {
        this.pooling = newPooling;
        return this;
    }

    /**
     * A streaming replica, for reads that ask for one: see {@link ReadPreference}. More than one takes turns. It has a pool of
     * its own of the same size, and all other settings from here.
     */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder replica(String jdbcUrl) {
        replicas.add(jdbcUrl);
        return this;
    }

    /**
     * How long a read that must see this backend's own writes waits for a replica to have them, a second if nothing is said;
     * then the primary answers it.
     */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder replicaWait(Duration wait) {
        this.replicaWait = wait;
        return this;
    }

    /**
     * Tells the server with each operation for which tenant it is, in a setting that policies of row-level security read: the
     * {@linkplain dev.dualbase.core.backend.Origin#tenant() tenant} of the operation,
     * {@value dev.dualbase.core.backend.Origin#ALL_TENANTS} for all of them, and an empty text where nothing was said. The
     * setting is local to the transaction: nobody else finds it, through a pooler neither.
     *
     * <p>Outside of a transaction it travels with the statement, in a transaction around it. Inside of one, and for a stream, it
     * costs a round trip each time that the tenant is another one than before.
     *
     * @param name two names with a dot between, such as {@code app.tenant_id}
     */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder tenantSetting(String name) {
        this.tenantSetting = name;
        return this;
    }

    /**
     * A property of pgjdbc, such as {@code sslmode}. The statement timeout is added to {@code options} where no pooler is
     * between; {@linkplain ServerPooling#TRANSACTION transaction pooling} refuses what needs a session.
     */
    @CanIgnoreReturnValue
    public JdbcBackendBuilder driverProperty(String name, String value) {
        driverProperties.put(name, value);
        return this;
    }

    /**
     * Opens the backend. No connection is made before the first call.
     *
     * @throws InvalidValueException listing every setting that cannot be, never the password
     */
    public JdbcBackend build() {
        return new JdbcBackend(settings());
    }

    /** What was said, with the rest filled in. */
    JdbcSettings settings() {
        List<String> problems = problems();
        if (!problems.isEmpty() || url == null) {
            throw new InvalidValueException("backend " + id + ": " + String.join("; ", problems));
        }
        return new JdbcSettings(
                id,
                url,
                Optional.ofNullable(user),
                Optional.ofNullable(password),
                Optional.ofNullable(schema),
                Map.copyOf(driverProperties),
                maxConnections,
                connectTimeout,
                statementTimeout,
                maxLifetime,
                closeTimeout,
                leakThreshold,
                poolListener,
                pooling,
                List.copyOf(replicas),
                replicaWait,
                Optional.ofNullable(tenantSetting));
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        require(url != null, "url is not set", problems);
        require(maxConnections >= 1, "maxConnections is under 1", problems);
        require(connectTimeout.toMillis() >= 250, "connectTimeout is under 250 ms", problems);
        require(statementTimeout.toMillis() >= 1, "statementTimeout is under 1 ms", problems);
        require(maxLifetime.toSeconds() >= 30, "maxLifetime is under 30 s", problems);
        require(!closeTimeout.isNegative(), "closeTimeout is negative", problems);
        require(
                leakThreshold.isZero() || leakThreshold.toSeconds() >= 2,
                "leakThreshold is neither zero nor 2 s or more",
                problems);
        require(!replicaWait.isNegative(), "replicaWait is negative", problems);
        require(
                tenantSetting == null || TenantSetting.isName(tenantSetting),
                "tenantSetting is not two names with a dot between, such as app.tenant_id",
                problems);
        if (pooling == ServerPooling.TRANSACTION) {
            problems.addAll(TransactionPooling.contradictions(url, driverProperties));
            replicas.forEach(each -> problems.addAll(TransactionPooling.contradictions(each, driverProperties)));
        }
        return problems;
    }

    private static void require(boolean condition, String problem, List<String> problems) {
        if (!condition) {
            problems.add(problem);
        }
    }
}
