// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.fault.Fault;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.fault.Message;
import dev.dualbase.testkit.fault.Moment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.JSONB;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Upserts of many rows, which go as arrays and, from 500 on, by COPY: failures and rights are those of one row. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BulkUpsertTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final int ARRAYS = 499;
    private static final int COPIED = 500;

    /** What a row in the midst of others gets that it cannot be stored with. */
    private static final List<Consumer<NoteRecord>> FAULTS = List.of(
            row -> row.set(NOTE.DATA, JSONB.valueOf("no json \"a secret\"")),
            row -> row.set(NOTE.NAME, null),
            row -> row.set(NOTE.AMOUNT, new BigDecimal("-1")),
            row -> row.set(NOTE.CODE, "taken"),
            row -> row.set(NOTE.CODE, "raise:P0001"),
            row -> row.set(NOTE.OWNER_ID, 99L));

    private final JdbcBackend backend = DATABASE.open();
    private final BaseRepository<NoteRecord> notes = notes(backend);

    private static List<NoteRecord> rows(int count) {
        List<NoteRecord> rows = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            rows.add(whole(id));
        }
        return rows;
    }

    private static NoteRecord whole(long id) {
        NoteRecord row = note(id, "name " + id);
        row.set(NOTE.OWNER_ID, null);
        row.set(NOTE.AMOUNT, null);
        row.set(NOTE.CODE, null);
        row.set(NOTE.DATA, null);
        return row;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, ARRAYS, COPIED, 10_000, 10_001, 10_499})
    void counts_are_exact_on_both_sides_of_each_threshold(int count) {
        notes.insert(note(1, "old"));
        assertThat(notes.bulkUpsert(rows(count), NOTE.PRIMARY)).isEqualTo(new BulkResult(count - 1, 1, List.of()));
        assertThat(notes.bulkUpsert(rows(count), NOTE.PRIMARY)).isEqualTo(new BulkResult(0, count, List.of()));
        assertThat(DATABASE.stored()).isEqualTo(count);
    }

    @ParameterizedTest
    @FieldSource("FAULTS")
    void a_bad_row_fails_all_with_the_exception_that_it_has_alone(Consumer<NoteRecord> fault) {
        DATABASE.execute("insert into note (id, name, code) values (0, 'x', 'taken')");
        NoteRecord bad = whole(250);
        fault.accept(bad);
        StorageException alone =
                catchThrowableOfType(StorageException.class, () -> notes.bulkUpsert(List.of(bad), NOTE.PRIMARY));
        for (int count : List.of(ARRAYS, COPIED)) {
            List<NoteRecord> rows = rows(count);
            rows.set(249, bad);
            assertThatThrownBy(() -> notes.bulkUpsert(rows, NOTE.PRIMARY))
                    .isExactlyInstanceOf(alone.getClass())
                    .hasMessage(alone.getMessage())
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            failure -> assertThat(place(failure)).isEqualTo(place(alone)));
            assertThat(DATABASE.stored()).isEqualTo(1);
            assertThat(notes.bulkUpsert(rows.subList(0, 249), NOTE.PRIMARY).inserted())
                    .isEqualTo(249);
            DATABASE.execute("delete from note where id > 0");
        }
    }

    private static List<Object> place(StorageException failure) {
        return List.of(failure.sqlState(), failure.table(), failure.column(), failure.constraint());
    }

    @ParameterizedTest
    @ValueSource(ints = {ARRAYS, COPIED, 1_200})
    void bad_rows_are_isolated(int count) {
        List<NoteRecord> rows = rows(count);
        rows.get(7).set(NOTE.AMOUNT, new BigDecimal("-1"));
        rows.get(count - 1).set(NOTE.DATA, JSONB.valueOf("{"));
        BulkResult result = notes.bulkUpsert(rows, NOTE.PRIMARY, BulkOptions.isolateBadRows());
        assertThat(result.inserted()).isEqualTo(count - 2);
        assertThat(result.badRows()).extracting(BadRow::index).containsExactly(7, count - 1);
        assertThat(DATABASE.stored()).isEqualTo(count - 2);
    }

    @Test
    void a_transaction_takes_several_bulks_and_rolls_all_of_them_back() {
        assertThatThrownBy(() -> notes.useTransaction(() -> {
                    assertThat(notes.bulkUpsert(rows(COPIED), NOTE.PRIMARY).inserted())
                            .isEqualTo(COPIED);
                    assertThat(notes.bulkUpsert(rows(COPIED + 7), NOTE.PRIMARY))
                            .isEqualTo(new BulkResult(7, COPIED, List.of()));
                    throw new IllegalStateException("changed my mind");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(DATABASE.stored()).isZero();
    }

    @Test
    void rows_of_keys_alone_are_left_as_they_are() {
        notes.insert(note(1, "old"));
        BaseRepository<OddTableUpsertTest.OddRecord> keys =
                new BaseRepository<>(backend, new OddTableUpsertTest.Odd("key_only"));
        DATABASE.execute("create table key_only (id bigint primary key, name text default 'new')");
        DATABASE.execute("insert into key_only values (1, 'old')");
        var table = new OddTableUpsertTest.Odd("key_only");
        List<OddTableUpsertTest.OddRecord> rows = new ArrayList<>();
        for (long id = 1; id <= COPIED; id++) {
            var row = new OddTableUpsertTest.OddRecord(table);
            row.set(table.id, id);
            rows.add(row);
        }
        assertThat(keys.bulkUpsert(rows, table.primary)).isEqualTo(new BulkResult(COPIED - 1, 0, List.of()));
        assertThat(keys.count(Filters.eq(table.name, "new"))).isEqualTo(COPIED - 1);
        DATABASE.execute("drop table key_only");
    }

    @Test
    void a_line_that_is_cut_in_the_midst_of_the_rows_leaves_nothing_behind() {
        try (FaultProxy proxy = FaultProxy.before(DATABASE.database())) {
            JdbcBackend through = DATABASE.open(settings -> settings.url(proxy.jdbcUrl(DATABASE.database())));
            // pgjdbc sends CopyData as 'd'; arrays have none
            proxy.at(Moment.before(Message.fromClient('d')), Fault.CUT);
            assertThat(notes(through).bulkUpsert(rows(ARRAYS), NOTE.PRIMARY).inserted())
                    .isEqualTo(ARRAYS);
            assertThatThrownBy(() -> notes(through).bulkUpsert(rows(COPIED), NOTE.PRIMARY))
                    .isInstanceOf(ConnectionFailureException.class);
            assertThat(DATABASE.stored()).isEqualTo(ARRAYS);
            assertThat(notes(through).bulkUpsert(rows(COPIED), NOTE.PRIMARY))
                    .isEqualTo(new BulkResult(1, ARRAYS, List.of()));
        }
    }

    @Test
    void a_role_that_may_create_no_temporary_table_stores_as_many_rows() {
        DATABASE.execute("do $$ begin create role without_temporary login password 'of-a-test';"
                + " exception when duplicate_object or unique_violation then null; end $$");
        DATABASE.execute("grant select, insert, update on note to without_temporary");
        DATABASE.execute("revoke temporary on database " + DATABASE.value(String.class, "select current_database()")
                + " from public");
        JdbcBackend restricted = DATABASE.open(settings -> settings.credentials("without_temporary", "of-a-test"));
        assertThat(notes(restricted).bulkUpsert(rows(1_200), NOTE.PRIMARY))
                .isEqualTo(new BulkResult(1_200, 0, List.of()));
        assertThat(notes(restricted).bulkUpsert(rows(1_201), NOTE.PRIMARY))
                .isEqualTo(new BulkResult(1, 1_200, List.of()));
    }
}
