// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.core.filter.Filters.notIn;
import static dev.dualbase.core.filter.Filters.or;
import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists that are too long for a URL: divided where that changes nothing, else refused before anything is sent. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LongListTest {
    @RegisterExtension
    static final ThingDatabase DATABASE = new ThingDatabase(options -> options.withMaxRows(10));

    private static final List<Long> IDS =
            LongStream.rangeClosed(1, 400).map(i -> i * 7 % 401).boxed().toList();
    private static final Filter LONG = in(THING.ID, IDS);

    private RecordedServer line;
    private BaseRepository<Record> rest;
    private BaseRepository<Record> jdbc;

    @BeforeEach
    void open() {
        line = RecordedServer.before(DATABASE.server().url());
        rest = ThingDatabase.things(DATABASE.opened(
                new SupabaseRestBuilder(line.url(), DATABASE.server().key("service_role"))
                        .maxUrlBytes(1_200)
                        .build()));
        jdbc = ThingDatabase.things(DATABASE.jdbc());
        DATABASE.fill(60);
    }

    @AfterEach
    void close() {
        line.close();
    }

    private static List<Long> ids(Stream<Record> rows) {
        return rows.map(row -> row.get(THING.ID)).toList();
    }

    private static List<Long> ids(List<Record> rows) {
        return ids(rows.stream());
    }

    @Test
    void rows_come_in_the_order_of_jdbc() {
        for (Order order : List.of(
                Order.byPrimaryKey(),
                Order.by(Sort.desc(THING.AMOUNT)),
                Order.by(Sort.asc(THING.SIZE), Sort.desc(THING.ID)))) {
            assertThat(ids(rest.findMany(LONG, order))).isEqualTo(ids(jdbc.findMany(LONG, order)));
            for (Limit limit : List.of(Limit.of(7), Limit.of(25, 13), Limit.of(5, 58), Limit.of(5, 500))) {
                assertThat(ids(rest.findMany(LONG, order, limit))).isEqualTo(ids(jdbc.findMany(LONG, order, limit)));
            }
            assertThat(rest.<List<Long>>withStream(LONG, order, LongListTest::ids))
                    .isEqualTo(ids(jdbc.findMany(LONG, order)));
        }
        assertThat(rest.count(LONG)).isEqualTo(60);
        assertThat(rest.selecting(THING.NAME).findMany(LONG)).hasSize(60);
    }

    @Test
    void a_value_that_is_given_twice_counts_once() {
        List<Long> twice = new ArrayList<>(IDS);
        twice.addAll(IDS);
        assertThat(rest.count(in(THING.ID, twice))).isEqualTo(60);
        assertThat(rest.findMany(in(THING.ID, twice))).hasSize(60);
    }

    @Test
    void an_instant_that_is_given_with_several_offsets_counts_once() {
        OffsetDateTime noon = OffsetDateTime.of(2024, 1, 2, 12, 0, 0, 0, ZoneOffset.UTC);
        DATABASE.execute("update thing set seen = '2024-01-02T12:00Z'::timestamptz + id * interval '1 minute'");
        List<OffsetDateTime> instants = new ArrayList<>();
        for (int hours = -3; hours <= 3; hours++) {
            for (int i = 1; i <= 60; i++) {
                instants.add(noon.plusMinutes(i).withOffsetSameInstant(ZoneOffset.ofHours(hours)));
            }
        }
        assertThat(rest.count(in(THING.SEEN, instants))).isEqualTo(60);
        assertThat(rest.findMany(in(THING.SEEN, instants))).hasSize(60);
    }

    @Test
    void each_part_is_asked_for_a_page_at_a_time() {
        assertThat(rest.<Long>withStream(
                        LONG, Order.byPrimaryKey(), rows -> rows.limit(3).count()))
                .isEqualTo(3);
        long parts =
                line.requests().stream().map(LongListTest::filter).distinct().count();
        assertThat(line.requests()).hasSizeLessThanOrEqualTo((int) parts + 1);
    }

    private static String filter(String request) {
        return request.substring(0, request.indexOf("&order="));
    }

    @Test
    void what_cannot_be_divided_is_refused_before_anything_is_sent() {
        Record changes = THING.newRecord().with(THING.NAME, "x");
        refused(() -> rest.findMany(notIn(THING.ID, IDS)));
        refused(() -> rest.count(not(LONG)));
        refused(() -> rest.findMany(or(LONG, eq(THING.NAME, "n"))));
        refused(() -> rest.findMany(LONG, Order.by(Sort.asc(THING.CODE))));
        refused(() -> rest.findMany(eq(THING.CODE, "x".repeat(2_000))));
        assertThat(line.requests()).isEmpty();
        refused(() -> rest.updateWhere(LONG, changes));
        refused(() -> rest.deleteWhere(LONG));
        assertThat(line.requestsOf("PATCH") + line.requestsOf("DELETE")).isZero();
        assertThat(jdbc.count(everyRow())).isEqualTo(60);
    }

    private static void refused(ThrowingCallable call) {
        Failure.of(UnsupportedCapabilityException.class, call).sqlState("54000").table("thing");
    }
}
