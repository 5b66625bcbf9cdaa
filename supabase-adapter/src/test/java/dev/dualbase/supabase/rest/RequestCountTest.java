// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.core.filter.Filters.lte;
import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows beyond what the server gives at once, and how many requests typical calls take. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequestCountTest {
    private static final int CAP = 10;

    @RegisterExtension
    static final ThingDatabase DATABASE = new ThingDatabase(options -> options.withMaxRows(CAP));

    private RecordedServer line;
    private SupabaseRestBackend backend;
    private BaseRepository<Record> things;

    @BeforeEach
    void open() {
        line = RecordedServer.before(DATABASE.server().url());
        backend = open(1000);
        things = ThingDatabase.things(backend);
    }

    @AfterEach
    void close() {
        line.close();
    }

    private SupabaseRestBackend open(int pageSize) {
        return DATABASE.opened(
                new SupabaseRestBuilder(line.url(), DATABASE.server().key("service_role"))
                        .pageSize(pageSize)
                        .build());
    }

    private int requestsOf(Supplier<?> call) {
        int before = line.requests().size();
        assertThat(call.get()).isNotNull();
        return line.requests().size() - before;
    }

    @Test
    void one_row_is_one_request() {
        DATABASE.fill(30);
        assertThat(requestsOf(() -> things.findOne(eq(THING.ID, 3L)))).isEqualTo(1);
        assertThat(requestsOf(() -> things.findById(99L))).isEqualTo(1);
        assertThat(requestsOf(() -> things.findFirst(everyRow(), Order.by(Sort.desc(THING.AMOUNT)))))
                .isEqualTo(1);
        assertThat(requestsOf(() -> things.count(everyRow()))).isEqualTo(1);
        assertThat(requestsOf(() -> things.exists(everyRow()))).isEqualTo(1);
    }

    @Test
    void a_write_is_one_request() {
        Record row = THING.row(1, "n");
        assertThat(requestsOf(() -> things.insert(row))).isEqualTo(1);
        assertThat(requestsOf(() -> things.upsert(row, THING.PRIMARY))).isEqualTo(1);
        assertThat(requestsOf(
                        () -> things.updateWhere(everyRow(), THING.newRecord().with(THING.NAME, "m"))))
                .isEqualTo(1);
        assertThat(requestsOf(() -> things.deleteWhere(everyRow()))).isEqualTo(1);
    }

    @Test
    void a_short_list_is_one_request_once_a_longer_one_was_seen() {
        DATABASE.fill(30);
        assertThat(requestsOf(() -> things.findMany(lte(THING.ID, 5L)))).isEqualTo(2);
        assertThat(requestsOf(() -> things.findMany(everyRow()))).isEqualTo(4);
        assertThat(requestsOf(() -> things.findMany(lte(THING.ID, 5L)))).isEqualTo(1);
        assertThat(requestsOf(() -> things.findMany(lte(THING.ID, 10L)))).isEqualTo(2);
    }

    @Test
    void a_limit_beyond_the_cap_is_kept() {
        DATABASE.fill(35);
        for (int limit : new int[] {1, 9, 10, 11, 20, 25, 34, 35, 36}) {
            for (long offset : new long[] {0, 1, 10, 25, 35, 99}) {
                assertThat(ids(things.findMany(everyRow(), Order.byPrimaryKey(), Limit.of(limit, offset))))
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, 35)
                                .skip(offset)
                                .limit(limit)
                                .boxed()
                                .toList());
            }
        }
    }

    private static List<Long> ids(List<Record> rows) {
        return rows.stream().map(row -> row.get(THING.ID)).toList();
    }

    @Test
    void an_order_with_ties_and_nulls_goes_over_pages_as_over_jdbc() {
        DATABASE.fill(35);
        DATABASE.execute("update thing set amount = null where id % 3 = 0");
        for (Order order : List.of(
                Order.by(Sort.asc(THING.AMOUNT)),
                Order.by(Sort.desc(THING.AMOUNT)),
                Order.by(Sort.asc(THING.NAME), Sort.desc(THING.AMOUNT)),
                Order.by(Sort.desc(THING.CODE)))) {
            List<Long> expected = ids(ThingDatabase.things(DATABASE.jdbc()).findMany(everyRow(), order));
            assertThat(ids(things.findMany(everyRow(), order))).isEqualTo(expected);
            assertThat(ids(ThingDatabase.things(open(7)).findMany(everyRow(), order)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_table_without_a_key_is_read_to_its_end() {
        DATABASE.execute("insert into keyless_thing (id, name) select i, 'n' from generate_series(1, 35) i");
        BaseRepository<Record> keyless = new BaseRepository<>(backend, ThingTable.KEYLESS);
        assertThat(keyless.findMany(everyRow(), Order.by(Sort.asc(ThingTable.KEYLESS.ID))))
                .hasSize(35);
        assertThat(keyless.count(everyRow())).isEqualTo(35);
    }

    @Test
    void a_stream_asks_for_a_page_when_it_is_needed() {
        DATABASE.fill(35);
        int wholly = requestsOf(() -> things.withStream(everyRow(), Order.byPrimaryKey(), rows -> {
            Iterator<Record> each = rows.iterator();
            int before = line.requests().size();
            each.next();
            assertThat(line.requests()).hasSizeLessThanOrEqualTo(before + 1);
            for (int i = 1; i < CAP; i++) {
                each.next();
            }
            assertThat(line.requests()).hasSizeLessThanOrEqualTo(before + 1);
            each.next();
            assertThat(line.requests()).hasSizeLessThanOrEqualTo(before + 2);
            return "";
        }));
        assertThat(wholly).isEqualTo(2);
    }

    @Test
    void a_stream_that_is_left_early_asks_no_more() {
        DATABASE.fill(35);
        assertThat(requestsOf(() -> assertThat(things.<Long>withStream(
                                everyRow(),
                                Order.byPrimaryKey(),
                                rows -> rows.limit(3).count()))
                        .isEqualTo(3)))
                .isEqualTo(1);
        assertThat(requestsOf(() -> things.withStream(everyRow(), Order.byPrimaryKey(), rows -> 0)))
                .isZero();
        assertThat(requestsOf(() -> things.withStream(
                        everyRow(),
                        Order.byPrimaryKey(),
                        rows -> rows.findFirst().orElseThrow())))
                .isEqualTo(1);
    }

    @Test
    void writes_answer_with_all_their_rows() {
        List<Record> rows = new ArrayList<>();
        for (long id = 1; id <= 35; id++) {
            rows.add(THING.row(id, "n"));
        }
        assertThat(ThingDatabase.store(backend, rows)).hasSize(35);
        var again = things.bulkUpsert(rows, THING.PRIMARY, BulkOptions.atomic());
        assertThat(again.updated()).isEqualTo(35);
        assertThat(ThingDatabase.updated(backend, everyRow(), THING.newRecord().with(THING.NAME, "m")))
                .hasSize(35);
    }
}
