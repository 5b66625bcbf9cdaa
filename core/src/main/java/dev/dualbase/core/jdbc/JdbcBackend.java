// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capabilities;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Health;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.PoolPeriod;
import dev.dualbase.core.backend.PoolStats;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.schema.LiveTable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.DefaultConfiguration;

/**
 * Any PostgreSQL, 15 or newer, over JDBC. It has a connection pool of its own and can do all that {@link Capability}
 * names.
 *
 * <p>A bulk is one transaction. A stream that is not inside a transaction reads in a read-only transaction on a connection
 * of its own, so what its function writes meanwhile is independent of it; give the pool two connections at least.
 *
 * <p>It may have replicas, which answer reads that {@linkplain ReadPreference ask for them}. A server that has become a
 * replica and refuses writes loses its connections, so that the next ones may reach the new primary.
 *
 * <p>A statement that runs longer than the statement timeout is ended by the server. Values a column cannot hold are
 * refused before anything is sent.
 */
public final class JdbcBackend implements Backend {

    private static final Origin SEQUENCES = new Origin("JdbcBackend", "sequences").acrossTenants();

    private final JdbcSettings settings;
    private final Nodes nodes;
    private final ConnectionPool pool;
    private final Transactions transactions;
    private final TenantSetting tenants;
    private final Session session;
    private final Reader reader;
    private final Writer writer;

    JdbcBackend(JdbcSettings settings) {
        this.settings = settings;
        this.nodes = new Nodes(settings);
        this.pool = nodes.primary();
        StatementTimeout timeout = StatementTimeout.of(settings);
        this.transactions = new Transactions(nodes, timeout);
        this.tenants = new TenantSetting(settings.tenantSetting());
        Configuration configuration = configuration(settings);
        this.session = new Session(nodes, transactions, timeout, tenants, configuration);
        Transactions streamTransactions = new Transactions(nodes, timeout);
        Session streams = new Session(nodes, streamTransactions, timeout, tenants, configuration);
        Statements statements = new Statements(configuration);
        this.reader = new Reader(statements, session, transactions, streams, streamTransactions);
        this.writer = new Writer(statements, session, transactions);
    }

    /**
     * Starts the configuration of a backend.
     *
     * @param id a short name for logs, metrics and the pool
     */
    public static JdbcBackendBuilder builder(String id) {
        return new JdbcBackendBuilder(id);
    }

    private static Configuration configuration(JdbcSettings settings) {
        Settings jooq = new Settings()
                .withExecuteLogging(false)
                .withAttachRecords(false)
                .withFetchWarnings(false)
                .withReturnIdentityOnUpdatableRecord(false);
        settings.schema()
                .ifPresent(schema -> jooq.withRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema()
                                .withInputExpression(Pattern.compile(".+"))
                                .withOutput(schema))));
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.POSTGRES);
        configuration.set(jooq);
        return configuration;
    }

    @Override
    public String id() {
        return settings.id();
    }

    @Override
    public Capabilities capabilities() {
        Capabilities all = new Capabilities(EnumSet.allOf(Capability.class));
        return settings.tenantSetting().isPresent() ? all : all.without(Capability.TENANTS);
    }

    @Override
    public <R extends Record> List<R> read(Read<R> read) {
        return tenants.during(read.origin(), () -> reader.read(read));
    }

    @Override
    public <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        return tenants.during(read.origin(), () -> reader.stream(read, function));
    }

    @Override
    public long count(Read<?> read) {
        return tenants.during(read.origin(), () -> reader.count(read));
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        return tenants.during(write.origin(), () -> writer.write(write));
    }

    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionBody<T, X> body) throws X {
        return transactions.run(options, body);
    }

    @Override
    public List<LiveTable> describe(Collection<? extends Table<?>> tables) {
        return new CatalogReader(session, settings.schema()).describe(tables);
    }

    /**
     * Moves the sequences behind the columns of these tables, those of defaults and of identity columns, past the greatest
     * value that is stored; never back. Rows that were copied with their ids leave sequences behind, and the next insert
     * without an id would fail. Call it before this backend takes writes of its own, when nobody else writes.
     *
     * @return how many sequences were behind
     */
    public int advanceSequences(Collection<? extends Table<?>> tables) {
        return tenants.during(SEQUENCES, () -> new Sequences(session).advance(tables));
    }

    /**
     * Moves these sequences so far past the greatest value that is stored, and past their own. Where two databases give ids to
     * rows of the same tables, and each has the rows of the other too, one of them must give ids that the other never reaches.
     *
     * @param distance how many ids are left out, 1 or more
     * @return how many sequences there are
     * @throws dev.dualbase.core.error.StorageException if a sequence cannot reach so far; others may have moved then, which
     *     does no harm
     */
    public int leapSequences(Collection<? extends Table<?>> tables, long distance) {
        if (distance < 1) {
            throw new InvalidValueException("sequences leap forward by 1 or more");
        }
        return tenants.during(SEQUENCES, () -> new Sequences(session).leap(tables, distance));
    }

    /**
     * The last id that each sequence behind the columns of these tables has given, by table and column as in {@code clients.id};
     * 0 if it has given none, or the role may not see it.
     */
    public Map<String, Long> lastIds(Collection<? extends Table<?>> tables) {
        return tenants.during(SEQUENCES, () -> new Sequences(session).last(tables));
    }

    /**
     * Asks on a connection of its own, one more than the pool has, so that it answers within 6 seconds also where the pool
     * is full or this thread is in a transaction. The answer does not tell of a full pool as a failure, but in the pool's
     * statistics.
     */
    @Override
    public Health health() {
        return pool.health();
    }

    /**
     * The replicas in the order of the builder, each asked on a connection of its own. Whether the backend is well is a
     * question for {@link #health()}: it answers also without replicas.
     */
    public List<ReplicaHealth> replicas() {
        return ReplicaHealth.ofAll(nodes);
    }

    /** The connections of this backend to the primary right now. */
    public PoolStats poolStats() {
        return pool.stats();
    }

    /**
     * The last hour of that pool in steps of ten seconds, oldest first, without those in which nobody asked for a
     * connection.
     */
    public List<PoolPeriod> poolHistory() {
        return pool.history();
    }

    /** Waits for the calls under way, as long as the builder says, then ends all connections. New calls fail at once. */
    @Override
    public void close() {
        nodes.close();
    }

    @Override
    public String toString() {
        return "JdbcBackend[" + settings + "]";
    }
}
