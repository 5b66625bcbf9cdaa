// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.fault.Fault;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.fault.Message;
import dev.dualbase.testkit.fault.Moment;
import dev.dualbase.testkit.fault.Strike;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.CustomRecord;
import org.jooq.impl.CustomTable;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upserts into what has no system columns to return: partitioned tables and views. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OddTableUpsertTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private final JdbcBackend backend = DATABASE.open();

    /** A row of {@link Odd}. */
    public static final class OddRecord extends CustomRecord<OddRecord> {
        private static final long serialVersionUID = 1L;

        OddRecord(Odd table) {
            super(table);
        }

        /** Called by jOOQ. */
        public OddRecord() {
            super(new Odd("partitioned_note"));
        }
    }

    /** The first columns of a note, under the name of something that is no plain table. */
    static final class Odd extends CustomTable<OddRecord> {
        private static final long serialVersionUID = 1L;

        final TableField<OddRecord, Long> id = createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false));
        final TableField<OddRecord, String> name = createField(DSL.name("name"), SQLDataType.VARCHAR(20));
        final UniqueKey<OddRecord> primary = Internal.createUniqueKey(this, DSL.name("odd_pkey"), id);

        Odd(String name) {
            super(DSL.name(name));
        }

        @Override
        public Class<OddRecord> getRecordType() {
            return OddRecord.class;
        }

        @Override
        public UniqueKey<OddRecord> getPrimaryKey() {
            return primary;
        }

        OddRecord row(long newId, String newName) {
            OddRecord row = new OddRecord(this);
            row.set(id, newId);
            row.set(name, newName);
            return row;
        }
    }

    private BaseRepository<OddRecord> repository(Odd table) {
        return new BaseRepository<>(backend, table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partitioned_note", "note_view", "note"})
    void a_bulk_upsert_counts_new_and_changed_rows(String name) {
        Odd odd = new Odd(name);
        BaseRepository<OddRecord> rows = repository(odd);
        BulkResult first = rows.bulkUpsert(List.of(odd.row(1, "a"), odd.row(150, "b")), odd.primary);
        BulkResult second =
                rows.bulkUpsert(List.of(odd.row(1, "changed"), odd.row(2, "c"), odd.row(151, "d")), odd.primary);
        assertThat(first).isEqualTo(new BulkResult(2, 0, List.of()));
        assertThat(second).isEqualTo(new BulkResult(2, 1, List.of()));
        assertThat(rows.findById(1L))
                .hasValueSatisfying(row -> assertThat(row.get(odd.name)).isEqualTo("changed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partitioned_note", "note_view", "note"})
    void an_upsert_returns_the_row_as_it_is_now(String name) {
        Odd odd = new Odd(name);
        BaseRepository<OddRecord> rows = repository(odd);
        rows.insert(odd.row(1, "a"));
        assertThat(rows.upsert(odd.row(1, "b"), odd.primary).get(odd.name)).isEqualTo("b");
        assertThat(rows.upsert(odd.row(2, "c"), odd.primary).get(odd.name)).isEqualTo("c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"partitioned_note", "note_view"})
    void rows_of_many_statements_are_counted_in_a_transaction_that_sees_its_own_rows(String name) {
        Odd odd = new Odd(name);
        BaseRepository<OddRecord> rows = repository(odd);
        List<OddRecord> many =
                LongStream.rangeClosed(1, 1200).mapToObj(id -> odd.row(id, "a")).toList();
        rows.useTransaction(() -> {
            rows.insert(odd.row(5, "earlier"));
            assertThat(rows.bulkUpsert(many, odd.primary)).isEqualTo(new BulkResult(1199, 1, List.of()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"partitioned_note", "note_view"})
    void bad_rows_are_isolated(String name) {
        Odd odd = new Odd(name);
        BulkResult result = repository(odd)
                .bulkUpsert(
                        List.of(odd.row(1, "a"), odd.row(2, null), odd.row(3, "c")),
                        odd.primary,
                        BulkOptions.isolateBadRows());
        assertThat(result.inserted()).isEqualTo(2);
        assertThat(result.badRows()).singleElement().satisfies(bad -> {
            assertThat(bad.index()).isEqualTo(1);
            assertThat(bad.failure()).isInstanceOf(NotNullException.class);
        });
    }

    @Test
    void an_upsert_of_a_key_alone_stores_the_row_again_if_it_is_deleted_before_it_is_returned() throws Exception {
        Odd odd = new Odd("key_note");
        OddRecord key = new OddRecord(odd);
        key.set(odd.id, 1L);
        DATABASE.execute("create table key_note (id bigint primary key, name text)");
        DATABASE.execute("insert into key_note values (1, 'old')");
        try (FaultProxy proxy = FaultProxy.before(DATABASE.database())) {
            JdbcBackend through = DATABASE.open(settings -> settings.url(proxy.jdbcUrl(DATABASE.database())));
            Strike stalled = proxy.at(Moment.after(Message.answer("INSERT")), Fault.STALL);
            CompletableFuture<OddRecord> upsert =
                    CompletableFuture.supplyAsync(() -> new BaseRepository<>(through, odd).upsert(key, odd.primary));
            stalled.await();
            DATABASE.execute("delete from key_note");
            proxy.pass();
            assertThat(upsert.join().get(odd.id)).isEqualTo(1);
            assertThat(DATABASE.value(Long.class, "select count(*) from key_note"))
                    .isEqualTo(1);
        } finally {
            DATABASE.execute("drop table key_note");
        }
    }
}
