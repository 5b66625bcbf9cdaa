// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import static dev.dualbase.testkit.mirror.GuestTable.GUEST;
import static dev.dualbase.testkit.mirror.GuestTable.guest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.shadow.ShadowDifference;
import dev.dualbase.core.shadow.ShadowReadBackend;
import dev.dualbase.core.shadow.ShadowReadOptions;
import dev.dualbase.core.shadow.ShadowReadStats;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other side is asked what the first was asked, and nobody waits for it. */
final class ShadowReadTest {
    private static TwoSides sides;

    private final AtomicInteger percent = new AtomicInteger(100);
    private final List<ShadowDifference> differences = new CopyOnWriteArrayList<>();
    private final ShadowReadOptions options = ShadowReadOptions.percent(percent::get)
            .settlingFor(Duration.ofMillis(10))
            .tellingTo(differences::add);
    private ShadowReadBackend shadow;
    private BaseRepository<GuestRecord> guests;

    @BeforeAll
    static void open() {
        sides = new TwoSides();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @BeforeEach
    void start() {
        begin(options);
        String rows = "insert into guest (id, name, amount) select i, 'n' || i, i from generate_series(1, 10) i";
        sides.onPrimary().execute(rows);
        sides.onOther().execute(rows);
    }

    private void begin(ShadowReadOptions how) {
        shadow = ShadowReadBackend.around(sides.anotherPrimary(), sides.other, how);
        guests = TwoSides.guests(shadow);
    }

    private void beginBetween(Backend primary, Backend other) {
        shadow.close();
        shadow = ShadowReadBackend.around(primary, other, options);
        guests = TwoSides.guests(shadow);
    }

    @AfterEach
    void stop() {
        shadow.close();
        sides.clear();
    }

    private ShadowReadStats settled() {
        TwoSides.until("every chosen read is counted", () -> {
            ShadowReadStats now = shadow.stats();
            return now.chosen()
                    == now.agreed()
                            + now.differed()
                            + now.unsettled()
                            + now.onlyOtherFailed()
                            + now.onlyPrimaryFailed()
                            + now.bothFailed()
                            + now.dropped();
        });
        return shadow.stats();
    }

    @Test
    void equal_sides_agree() {
        assertThat(guests.findMany(Filters.everyRow())).hasSize(10);
        assertThat(guests.count(Filters.everyRow())).isEqualTo(10);
        assertThat(guests.findById(3L)).isPresent();
        assertThat(settled()).isEqualTo(new ShadowReadStats(3, 3, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void a_caller_that_changes_its_rows_makes_no_difference() {
        guests.findMany(Filters.everyRow()).forEach(row -> row.set(GUEST.NAME, "changed"));
        assertThat(settled().agreed()).isEqualTo(1);
    }

    @Test
    void differences_are_told_with_names_and_without_values() {
        sides.onOther()
                .execute("update guest set name = 'secret' where id = 4; delete from guest where id = 5;"
                        + " insert into guest (id, name) values (99, 'x')");
        assertThat(guests.findMany(Filters.everyRow())).hasSize(10);
        assertThat(settled().differed()).isEqualTo(1);
        ShadowDifference told = differences.get(0);
        assertThat(told.columns()).containsExactly("name");
        assertThat(told.sensitiveKeys()).containsExactlyInAnyOrder("[4]", "[5]", "[99]");
        assertThat(told)
                .hasToString(
                        "BaseRepository.findMany read guest (by id):" + " 1 rows missing, 1 extra, 1 different [name]");
    }

    @Test
    void columns_may_be_left_out() {
        begin(options.ignoring(GUEST.NAME));
        sides.onOther().execute("update guest set name = 'set there', amount = 9 where id = 4");
        sides.onOther().execute("update guest set name = 'set there' where id = 5");
        assertThat(guests.findById(5L)).isPresent();
        assertThat(settled().agreed()).isEqualTo(1);
        assertThat(guests.findMany(Filters.everyRow())).hasSize(10);
        assertThat(settled().differed()).isEqualTo(1);
        assertThat(differences.get(0).columns()).containsExactly("amount");
        assertThat(differences.get(0).sensitiveKeys()).containsExactly("[4]");
    }

    @Test
    void another_count_and_another_order_are_differences() {
        sides.onOther().execute("update guest set amount = 11 - amount");
        assertThat(guests.selecting(GUEST.ID).findMany(Filters.everyRow(), Order.by(Sort.asc(GUEST.AMOUNT))))
                .hasSize(10);
        assertThat(settled().differed()).isEqualTo(1);
        sides.onOther().execute("delete from guest where id = 1");
        assertThat(guests.count(Filters.everyRow())).isEqualTo(10);
        assertThat(settled().differed()).isEqualTo(2);
        assertThat(differences)
                .extracting(ShadowDifference::what)
                .containsExactlyInAnyOrder("the order differs", "the numbers differ");
    }

    @Test
    void a_row_that_arrives_a_little_later_is_no_difference() {
        begin(options.settlingFor(Duration.ofMillis(500)));
        guests.upsert(guest(50, "late"), GUEST.PRIMARY);
        assertThat(guests.findById(50L)).isPresent();
        sides.onOther().execute("insert into guest (id, name) values (50, 'late')");
        assertThat(settled().agreed()).isEqualTo(1);
        assertThat(differences).isEmpty();
    }

    @Test
    void failures_are_counted_apart_and_two_of_them_are_no_agreement() {
        sides.onOther().execute("alter table guest rename name to title");
        assertThat(guests.findById(1L)).isPresent();
        assertThat(settled().onlyOtherFailed()).isEqualTo(1);
        var broken = Filters.sql(DSL.condition("no_such_function()"));
        assertThat(catchThrowable(() -> guests.count(broken))).isInstanceOf(SchemaMismatchException.class);
        assertThat(settled().bothFailed()).isEqualTo(1);
        sides.onOther().execute("alter table guest rename title to name");
        sides.onPrimary().execute("alter table guest rename name to title");
        assertThat(catchThrowable(() -> guests.findById(1L))).isInstanceOf(SchemaMismatchException.class);
        assertThat(settled().onlyPrimaryFailed()).isEqualTo(1);
        sides.onPrimary().execute("alter table guest rename title to name");
        assertThat(settled().agreed()).isZero();
        assertThat(differences).isEmpty();
    }

    @Test
    void scenario30_an_outage_of_both_sides_is_no_agreement() {
        try (Backend two = dead("two")) {
            beginBetween(dead("one"), two);
            assertThat(catchThrowable(() -> guests.findById(1L))).isInstanceOf(ConnectionFailureException.class);
            assertThat(catchThrowable(() -> guests.findMany(Filters.everyRow())))
                    .isInstanceOf(ConnectionFailureException.class);
            assertThat(catchThrowable(() -> guests.count(Filters.everyRow())))
                    .isInstanceOf(ConnectionFailureException.class);
            assertThat(settled()).isEqualTo(new ShadowReadStats(3, 0, 0, 0, 0, 0, 3, 0));
        }
    }

    @Test
    void scenario23_an_outage_of_the_other_side_is_no_missing_row() {
        try (Backend two = dead("two")) {
            beginBetween(sides.anotherPrimary(), two);
            assertThat(guests.findById(1L)).isPresent();
            assertThat(guests.findById(99L)).isEmpty();
            assertThat(settled()).isEqualTo(new ShadowReadStats(2, 0, 0, 0, 2, 0, 0, 0));
            assertThat(differences).isEmpty();
        }
    }

    private static Backend dead(String id) {
        return JdbcBackend.builder(id)
                .url("jdbc:postgresql://127.0.0.1:1/nowhere")
                .connectTimeout(Duration.ofMillis(250))
                .build();
    }

    @Test
    void the_share_is_read_at_run_time_and_reads_in_transactions_are_left_out() {
        guests.useTransaction(() -> assertThat(guests.findById(1L)).isPresent());
        percent.set(0);
        assertThat(guests.findById(1L)).isPresent();
        assertThat(shadow.stats().chosen()).isZero();
        percent.set(50);
        for (int i = 0; i < 200; i++) {
            assertThat(guests.findById(1L)).isPresent();
        }
        assertThat(shadow.stats().chosen()).isBetween(50L, 150L);
    }

    @Test
    void a_side_that_does_not_answer_slows_nobody_down_and_reads_are_dropped() {
        begin(options.within(3, 1, Duration.ofMillis(100)));
        sides.line.stall();
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(guests.findById(1L)).isPresent();
        }
        // each would wait for a second
        assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(30));
        assertThat(shadow.stats().dropped()).isGreaterThan(50);
        sides.line.pass();
        assertThat(settled().chosen()).isEqualTo(100);
    }
}
