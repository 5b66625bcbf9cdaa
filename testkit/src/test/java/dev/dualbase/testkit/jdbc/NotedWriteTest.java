// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.TraceTables.SEEN;
import static dev.dualbase.testkit.jdbc.TraceTables.TRACE;
import static dev.dualbase.testkit.jdbc.TraceTables.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.KeyNote;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.internal.text.TextFormat;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.jdbc.TraceTables.SeenRecord;
import dev.dualbase.testkit.jdbc.TraceTables.TraceRecord;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A write that notes the keys of its rows does what it does without, and notes exactly the rows it touched. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NotedWriteTest {
    private static final Origin ORIGIN = new Origin("Test", "noted");
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-29T12:00:00.12+03:00");

    private static TestDatabase database;
    private static JdbcBackend backend;

    @BeforeAll
    static void open() {
        database = PostgresServers.shared().createDatabase(SchemaSource.script("traces", TraceTables.SCHEMA));
        // one connection, so that its last statement is known, in a zone that is not UTC
        backend = JdbcBackend.builder("noted")
                .url(database.jdbcUrl())
                .credentials(database.user(), database.password())
                .maxConnections(1)
                .driverProperty("options", "-c TimeZone=Asia/Kathmandu")
                .build();
    }

    @AfterAll
    static void close() {
        backend.close();
        database.close();
    }

    @BeforeEach
    void clear() {
        DSL.using(database.dataSource(), SQLDialect.POSTGRES).execute("truncate seen, trace");
    }

    @Test
    void an_insert_notes_the_key_that_was_stored_and_gives_the_row() {
        WriteResult<SeenRecord> done = write(insert(seen(1, "a", NOON)));
        assertThat(done.inserted()).isEqualTo(1);
        assertThat(done.rows().get(0).get(SEEN.NAME)).isEqualTo("a");
        assertThat(done.rows().get(0).get(SEEN.AT)).isEqualTo(NOON);
        assertThat(noted()).containsExactly(keyOf(seen(1, "a", NOON)));
        assertThat(traces()).allSatisfy(line -> assertThat(line.get(TRACE.WHAT)).isEqualTo("seen"));
    }

    @Test
    void the_text_of_a_key_is_that_of_the_text_format_in_any_zone() {
        List<OffsetDateTime> instants = List.of(
                NOON,
                OffsetDateTime.parse("2026-10-25T00:30:00.123456Z"),
                OffsetDateTime.parse("0001-01-01T00:00:00Z"),
                OffsetDateTime.parse("9999-12-31T23:59:59.999999+00:00"));
        for (OffsetDateTime at : instants) {
            WriteResult<SeenRecord> done = write(insert(seen(1, "it's \"{,}\\", at)));
            assertThat(noted()).last().isEqualTo(keyOf(done.rows().get(0)));
        }
    }

    @Test
    void what_is_left_alone_is_not_noted() {
        write(insert(seen(1, "a", NOON)));
        WriteResult<SeenRecord> again =
                write(new Write.Insert<>(SEEN, List.of(seen(1, "a", NOON)), Optional.of(SEEN.PRIMARY), ORIGIN));
        assertThat(again.inserted()).isZero();
        assertThat(write(update(2, "b", false)).updated()).isZero();
        assertThat(write(delete(2)).deleted()).isZero();
        assertThat(noted()).hasSize(1);
    }

    @Test
    void an_upsert_tells_new_rows_from_old_ones_whether_it_returns_them_or_not() {
        write(upsert(false, coded(1)));
        WriteResult<SeenRecord> mixed = write(upsert(true, coded(1), coded(2)));
        assertThat(mixed.inserted()).isEqualTo(1);
        assertThat(mixed.updated()).isEqualTo(1);
        assertThat(mixed.rows()).hasSize(2);
        assertThat(write(upsert(false, coded(1))).rows()).isEmpty();
        assertThat(noted()).hasSize(4);
    }

    @Test
    void updates_and_deletes_note_their_rows_and_count_them() {
        write(upsert(false, coded(1), coded(2)));
        assertThat(write(update(1, "c", true)).rows()).hasSize(1);
        assertThat(write(update(1, "d", false)).updated()).isEqualTo(1);
        assertThat(write(delete(1)).deleted()).isEqualTo(1);
        assertThat(noted()).hasSize(5).last().isEqualTo(keyOf(seen(1, "a", NOON)));
    }

    @Test
    void a_bulk_of_many_statements_is_noted_row_by_row() {
        SeenRecord[] rows = IntStream.range(0, 1200)
                .mapToObj(i -> i % 2 == 0 ? seen(i, "n", NOON) : coded(i))
                .toArray(SeenRecord[]::new);
        assertThat(write(upsert(false, rows)).inserted()).isEqualTo(1200);
        assertThat(noted()).hasSize(1200).doesNotHaveDuplicates();
    }

    @Test
    void a_bad_row_leaves_no_note() {
        SeenRecord bad = seen(2, "b", NOON);
        bad.set(SEEN.CODE, "taken");
        SeenRecord good = seen(1, "a", NOON);
        good.set(SEEN.CODE, "taken");
        WriteResult<SeenRecord> done = write(new Write.Upsert<>(
                SEEN, List.of(good, bad), SEEN.PRIMARY, BulkOptions.isolateBadRows(), false, ORIGIN));
        assertThat(done.badRows()).hasSize(1);
        assertThat(noted()).containsExactly(keyOf(good));
        assertThat(catchThrowable(() -> write(insert(bad)))).isInstanceOf(DuplicateKeyException.class);
        assertThat(noted()).hasSize(1);
    }

    @Test
    void notes_go_with_their_transaction() {
        assertThat(catchThrowable(() -> backend.inTransaction(TransactionOptions.defaults(), () -> {
                    write(insert(seen(1, "a", NOON)));
                    throw new IllegalStateException("back");
                })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(noted()).isEmpty();
    }

    @Test
    void it_is_one_statement() {
        write(upsert(true, seen(1, "a", NOON)));
        String last = DSL.using(database.dataSource(), SQLDialect.POSTGRES)
                .fetchSingle(
                        "select query from pg_stat_activity where query like '%\"written\"%' and pid <> pg_backend_pid()")
                .get(0, String.class);
        assertThat(last).startsWith("with \"written\" as (insert into \"seen\"");
    }

    @Test
    void a_change_of_the_primary_key_is_refused() {
        SeenRecord moved = SEEN.newRecord();
        moved.set(SEEN.ID, 7L);
        Write<SeenRecord> update = new Write.Update<>(SEEN, Filters.eq(SEEN.ID, 1L), moved, false, ORIGIN);
        assertThatThrownBy(() -> write(update))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("seen");
        SeenRecord other = seen(7, "a", NOON);
        other.set(SEEN.CODE, "c");
        Write<SeenRecord> upsert =
                new Write.Upsert<>(SEEN, List.of(other), SEEN.BY_CODE, BulkOptions.atomic(), false, ORIGIN);
        assertThat(KeyNote.fits(upsert)).isFalse();
        assertThat(KeyNote.fits(new Write.Noted<>(insert(other), note()))).isFalse();
    }

    private static KeyNote note() {
        TraceRecord line = TRACE.newRecord();
        line.set(TRACE.WHAT, "seen");
        return new KeyNote(line, TRACE.ROW_KEY);
    }

    private static WriteResult<SeenRecord> write(Write<SeenRecord> write) {
        return backend.write(new Write.Noted<>(write, note()));
    }

    private static Write<SeenRecord> insert(SeenRecord row) {
        return new Write.Insert<>(SEEN, List.of(row), Optional.empty(), ORIGIN);
    }

    private static Write<SeenRecord> upsert(boolean returning, SeenRecord... rows) {
        return new Write.Upsert<>(SEEN, List.of(rows), SEEN.PRIMARY, BulkOptions.atomic(), returning, ORIGIN);
    }

    private static Write<SeenRecord> update(long id, String code, boolean returning) {
        SeenRecord changes = SEEN.newRecord();
        changes.set(SEEN.CODE, code);
        return new Write.Update<>(SEEN, Filters.eq(SEEN.ID, id), changes, returning, ORIGIN);
    }

    private static Write<SeenRecord> delete(long id) {
        return new Write.Delete<>(SEEN, Filters.eq(SEEN.ID, id), ORIGIN);
    }

    private static SeenRecord coded(long id) {
        SeenRecord row = seen(id, "a", NOON);
        row.set(SEEN.CODE, "code " + id);
        return row;
    }

    private static List<TraceRecord> traces() {
        return backend.read(Read.of(TRACE, Filters.everyRow(), ORIGIN));
    }

    private static List<List<String>> noted() {
        return traces().stream().map(line -> List.of(line.get(TRACE.ROW_KEY))).toList();
    }

    private static List<String> keyOf(SeenRecord row) {
        return List.of(
                TextFormat.write(SEEN.ID, row.get(SEEN.ID)),
                TextFormat.write(SEEN.MARK, row.get(SEEN.MARK)),
                TextFormat.write(SEEN.NAME, row.get(SEEN.NAME)),
                TextFormat.write(SEEN.AT, row.get(SEEN.AT)));
    }
}
