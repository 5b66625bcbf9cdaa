// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.coded;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.ServerPooling;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.server.LocalPgBouncer;
import dev.dualbase.testkit.server.PgBouncerServer;
import dev.dualbase.testkit.server.PoolMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The server ends every kind of statement that takes too long, though no session knows the timeout. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PooledTimeoutTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final Filter SLEEPING = Filters.sql(DSL.condition("pg_sleep(60) is not null"));
    private static final Order BY_ID = Order.by(Sort.asc(NOTE.ID));

    private static final Map<String, Consumer<BaseRepository<NoteRecord>>> CALLS = Map.ofEntries(
            Map.entry("read", notes -> assertThat(notes.findMany(SLEEPING)).isEmpty()),
            Map.entry("count", notes -> assertThat(notes.count(SLEEPING)).isZero()),
            Map.entry(
                    "stream",
                    notes -> assertThat(notes.<Long>withStream(SLEEPING, BY_ID, Stream::count))
                            .isZero()),
            Map.entry("insert", notes -> notes.insert(coded(2, "sleep"))),
            Map.entry("upsert", notes -> notes.upsert(coded(1, "sleep"), NOTE.PRIMARY)),
            Map.entry("bulk", notes -> notes.bulkUpsert(List.of(note(2, "a"), coded(3, "sleep")), NOTE.PRIMARY)),
            Map.entry("bulk by COPY", notes -> notes.bulkUpsert(sleepingLast(600), NOTE.PRIMARY)),
            Map.entry("update", notes -> notes.updateWhere(SLEEPING, note(1, "b"))),
            Map.entry("delete", notes -> notes.deleteWhere(SLEEPING)),
            Map.entry(
                    "read in a transaction",
                    notes -> notes.useTransaction(
                            () -> assertThat(notes.findMany(SLEEPING)).isEmpty())),
            Map.entry(
                    "write in a nested transaction",
                    notes -> notes.useTransaction(() -> notes.useTransaction(() -> notes.deleteWhere(SLEEPING)))),
            Map.entry(
                    "read in a transaction with much time",
                    notes -> notes.useTransaction(
                            TransactionOptions.defaults().withTimeout(Duration.ofMinutes(5)),
                            () -> assertThat(notes.findMany(SLEEPING)).isEmpty())));

    private static final List<String> NAMES = CALLS.keySet().stream().sorted().toList();

    private static PgBouncerServer pooler;

    private static List<NoteRecord> sleepingLast(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(id -> coded(id, id < count ? "" + id : "sleep"))
                .toList();
    }

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

    @BeforeEach
    void storeOne() {
        DATABASE.execute("insert into note (id, name) values (1, 'a')");
    }

    private static JdbcBackend backend(Duration timeout) {
        return DATABASE.open(settings -> settings.url(pooler.jdbcUrl())
                .pooling(ServerPooling.TRANSACTION)
                .statementTimeout(timeout));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void ends_and_the_next_call_works(String call) {
        BaseRepository<NoteRecord> notes = notes(backend(Duration.ofMillis(200)));
        for (int i = 0; i < 2; i++) {
            long begin = System.nanoTime();
            assertThatThrownBy(() -> CALLS.get(call).accept(notes))
                    .isInstanceOfSatisfying(
                            QueryTimeoutException.class,
                            e -> assertThat(e.sqlState()).contains("57014"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(150), Duration.ofSeconds(4));
            assertThat(notes.findMany(Filters.everyRow())).hasSize(1);
        }
    }

    /** More often than the driver needs to name a statement. */
    @Test
    void ends_a_statement_with_a_null_of_no_type_however_often_it_was_well() {
        BaseRepository<NoteRecord> notes = notes(backend(Duration.ofMillis(300)));
        for (int i = 0; i < 10; i++) {
            assertThat(notes.upsert(untagged("well"), NOTE.PRIMARY).get(NOTE.CODE))
                    .isEqualTo("well");
        }
        assertThatThrownBy(() -> notes.upsert(untagged("sleep"), NOTE.PRIMARY))
                .isInstanceOf(QueryTimeoutException.class);
    }

    private static NoteRecord untagged(String code) {
        NoteRecord row = coded(1, code);
        row.set(NOTE.TAGS, null);
        row.set(NOTE.SEEN, null);
        return row;
    }

    @Test
    void a_session_that_the_pooler_lends_for_good_knows_its_own() {
        try (PgBouncerServer own = LocalPgBouncer.before(DATABASE.database(), PoolMode.SESSION, 2)) {
            JdbcBackend backend = DATABASE.open(settings -> settings.url(own.jdbcUrl())
                    .pooling(ServerPooling.SESSION)
                    .statementTimeout(Duration.ofMillis(100)));
            assertThatThrownBy(() -> notes(backend).count(SLEEPING)).isInstanceOf(QueryTimeoutException.class);
            assertThat(notes(backend).count(Filters.everyRow())).isEqualTo(1);
            backend.close();
        }
    }

    @Test
    void each_backend_of_the_session_has_its_own() {
        BaseRepository<NoteRecord> hasty = notes(backend(Duration.ofMillis(100)));
        BaseRepository<NoteRecord> patient = notes(backend(Duration.ofSeconds(20)));
        Filter nap = Filters.sql(DSL.condition("pg_sleep(0.2) is not null"));
        assertThatThrownBy(() -> hasty.count(nap)).isInstanceOf(QueryTimeoutException.class);
        assertThat(patient.count(nap)).isEqualTo(1);
        assertThatThrownBy(() -> hasty.count(nap)).isInstanceOf(QueryTimeoutException.class);
    }
}
