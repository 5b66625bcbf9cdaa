// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.ServerPooling;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.server.LocalPgBouncer;
import dev.dualbase.testkit.server.PgBouncerServer;
import dev.dualbase.testkit.server.PoolMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All clients of a PgBouncer share one session of the server, and none may notice another. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TransactionPoolingTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    /** More often than the driver needs to give a statement a name. */
    private static final int OFTEN = 10;

    private static final int ROWS = 5_000;

    private static PgBouncerServer pooler;

    @BeforeAll
    static void open() {
        pooler = LocalPgBouncer.before(DATABASE.database(), PoolMode.TRANSACTION, 1);
    }

    @AfterAll
    static void close() {
        if (pooler != null) {
            pooler.close();
        }
    }

    private static JdbcBackend backend(ServerPooling pooling) {
        return DATABASE.open(
                settings -> settings.url(pooler.jdbcUrl()).pooling(pooling).connectTimeout(Duration.ofSeconds(1)));
    }

    private static BaseRepository<NoteRecord> pooled() {
        return notes(backend(ServerPooling.TRANSACTION));
    }

    @Test
    void two_backends_repeat_the_same_statements_on_the_same_session() {
        BaseRepository<NoteRecord> one = pooled();
        BaseRepository<NoteRecord> other = pooled();
        for (int i = 0; i < OFTEN; i++) {
            one.upsert(note(i, "a"), NOTE.PRIMARY);
            assertThat(other.findMany(Filters.eq(NOTE.ID, (long) i))).hasSize(1);
            assertThat(one.findMany(Filters.eq(NOTE.ID, (long) i))).hasSize(1);
        }
    }

    @Test
    void the_driver_as_it_is_fails_at_that() throws SQLException {
        try (PgBouncerServer own = LocalPgBouncer.before(DATABASE.database(), PoolMode.TRANSACTION, 1);
                Connection one = plain(own, "");
                Connection other = plain(own, "")) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < OFTEN; i++) {
                            ask(one);
                            ask(other);
                        }
                    })
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42P05"))
                    .hasMessageContaining("prepared statement \"S_1\" already exists");
        }
    }

    @Test
    void a_backend_that_was_not_told_is_not_let_in() {
        BaseRepository<NoteRecord> repository = notes(backend(ServerPooling.NONE));
        assertThatThrownBy(() -> repository.findMany(Filters.everyRow()))
                .isInstanceOfSatisfying(
                        ConnectionFailureException.class,
                        e -> assertThat(e.sensitiveDetail())
                                .hasValueSatisfying(detail ->
                                        assertThat(detail).contains("unsupported startup parameter: options")));
    }

    @Test
    void the_next_client_of_the_session_finds_no_trace() throws SQLException {
        JdbcBackend backend = backend(ServerPooling.TRANSACTION);
        BaseRepository<NoteRecord> repository = notes(backend);
        TransactionOptions options = TransactionOptions.defaults()
                .withIsolation(Isolation.SERIALIZABLE)
                .asReadOnly()
                .withTimeout(Duration.ofSeconds(9));
        assertThatThrownBy(() -> repository.useTransaction(options, () -> repository.insert(note(1, "a"))))
                .isInstanceOf(AccessDeniedException.class);
        for (int i = 0; i < OFTEN; i++) {
            repository.upsert(note(i, "a"), NOTE.PRIMARY);
            repository.useTransaction(
                    options, () -> assertThat(count(repository)).isPositive());
            assertThat(repository.<Long>withStream(Filters.everyRow(), Order.by(Sort.asc(NOTE.ID)), Stream::count))
                    .isPositive();
        }
        assertThat(backend.describe(List.of(NOTE))).hasSize(1);
        assertThat(backend.health().reachable()).isTrue();

        try (Connection next = plain(pooler, "?prepareThreshold=0&assumeMinServerVersion=15")) {
            assertThat(settingsOfSession(next)).isEmpty();
            assertThat(texts(next, "show transaction_isolation")).containsExactly("read committed");
            assertThat(texts(next, "show transaction_read_only")).containsExactly("off");
            assertThat(texts(next, "show statement_timeout")).containsExactly("0");
            assertThat(texts(next, "select name from pg_prepared_statements")).isEmpty();
            assertThat(texts(next, "select name from pg_cursors where name <> ''"))
                    .isEmpty();
        }
    }

    @Test
    void a_stream_of_many_rows_comes_through_and_others_write_meanwhile() {
        DATABASE.execute("insert into note (id, name) select g, 'a' from generate_series(1, " + ROWS + ") g");
        BaseRepository<NoteRecord> repository = pooled();
        Order byId = Order.by(Sort.asc(NOTE.ID));
        for (int i = 0; i < 3; i++) {
            assertThat(repository.<Long>withStream(Filters.everyRow(), byId, Stream::count))
                    .isEqualTo(ROWS);
            assertThat(repository.withTransaction(
                            () -> repository.<Long>withStream(Filters.everyRow(), byId, Stream::count)))
                    .isEqualTo(ROWS);
            repository.upsert(note(1, "b"), NOTE.PRIMARY);
        }
    }

    private static long count(BaseRepository<NoteRecord> repository) {
        return repository.count(Filters.everyRow());
    }

    /** Without those that PgBouncer keeps apart for each client, and those that every begin sets. */
    private static List<String> settingsOfSession(Connection connection) {
        return texts(
                connection,
                "select name || ' = ' || setting from pg_settings where source = 'session'"
                        + " and name not in ('transaction_isolation', 'transaction_read_only') and lower(name) not in"
                        + " ('application_name', 'client_encoding', 'datestyle', 'timezone', 'standard_conforming_strings')");
    }

    private static List<String> texts(Connection connection, String sql) {
        return DSL.using(connection).fetch(sql).getValues(0, String.class);
    }

    private static Connection plain(PgBouncerServer server, String parameters) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl() + parameters,
                DATABASE.database().user(),
                DATABASE.database().password());
    }

    private static void ask(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select id from note where id = ?")) {
            statement.setLong(1, 1);
            statement.executeQuery().close();
        }
    }
}
