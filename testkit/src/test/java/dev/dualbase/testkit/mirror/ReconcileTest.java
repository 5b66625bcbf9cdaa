// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import static dev.dualbase.testkit.mirror.GuestTable.GUEST;
import static dev.dualbase.testkit.mirror.GuestTable.amount;
import static dev.dualbase.testkit.mirror.GuestTable.guest;
import static dev.dualbase.testkit.mirror.VisitTable.VISIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.mirror.ReconcilePosition;
import dev.dualbase.core.mirror.Reconciliation;
import dev.dualbase.core.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both sides compared row by row, and the other one repaired. */
final class ReconcileTest {
    private static TwoSides sides;

    private DualWriteBackend mirror;

    @BeforeAll
    static void open() {
        sides = new TwoSides();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @BeforeEach
    void mirror() {
        mirror = sides.mirror();
    }

    @AfterEach
    void stop() {
        mirror.close();
        sides.clear();
    }

    private static void fillBehindTheBack() {
        sides.onPrimary()
                .execute("insert into guest (id, name, amount) select i, 'n' || i, i from generate_series(1, 30) i");
        sides.onPrimary().execute("insert into visit select i, i, 'v' from generate_series(1, 30) i");
        sides.onOther()
                .execute("insert into guest (id, name, amount) select i, 'n' || i, case when i = 7 then -1 else i end"
                        + " from generate_series(5, 33) i");
    }

    @Test
    void missing_extra_and_different_rows_are_found_and_repaired() {
        fillBehindTheBack();
        List<ReconcilePosition> places = new ArrayList<>();
        Reconciliation found = mirror.reconcile(
                GUEST, ReconcileOptions.repairing().withPageSize(4).tellingTo(places::add));
        assertThat(List.of(found.missing(), found.different(), found.extra(), found.unsettled()))
                .containsExactly(4L, 1L, 3L, 0L);
        assertThat(found.columns()).containsExactly("amount");
        assertThat(found.sensitiveKeys()).hasSize(8).contains(List.of("7"), List.of("33"));
        assertThat(found)
                .hasToString("guest: " + found.compared()
                        + " rows compared, 4 missing, 3 extra, 1 different [amount], 0 unsettled");
        assertThat(mirror.reconcile(VISIT, ReconcileOptions.repairing()).missing())
                .isEqualTo(30);
        sides.assertEqualSoon();
        assertThat(mirror.reconcile(GUEST, ReconcileOptions.comparing()).isEqual())
                .isTrue();
        assertThat(places).hasSizeGreaterThan(10);
    }

    @Test
    void comparing_alone_repairs_nothing() {
        fillBehindTheBack();
        assertThat(mirror.reconcile(GUEST, ReconcileOptions.comparing()).isEqual())
                .isFalse();
        assertThat(sides.notes()).isZero();
    }

    @Test
    void rows_that_are_not_asked_for_are_left_as_they_are() {
        fillBehindTheBack();
        Reconciliation found =
                mirror.reconcile(GUEST, ReconcileOptions.repairing().onlyRows(Filters.between(GUEST.ID, 4L, 31L)));
        assertThat(List.of(found.missing(), found.different(), found.extra())).containsExactly(1L, 1L, 1L);
        TwoSides.until("they are repaired", () -> sides.notes() == 0);
        assertThat(sides.onOther().fetchCount(GUEST)).isEqualTo(29);
    }

    @Test
    void columns_may_be_left_out() {
        fillBehindTheBack();
        ReconcileOptions withoutAmount = ReconcileOptions.comparing().ignoring(GUEST.AMOUNT);
        assertThat(mirror.reconcile(GUEST, withoutAmount).different()).isZero();
    }

    @Test
    void it_goes_on_where_it_was_interrupted() {
        fillBehindTheBack();
        List<ReconcilePosition> places = new ArrayList<>();
        ReconcileOptions pages = ReconcileOptions.repairing().withPageSize(10);
        Throwable failure = catchThrowable(() -> mirror.reconcile(GUEST, pages.tellingTo(place -> {
            places.add(place);
            if (places.size() == 2) {
                sides.line.refuse();
            }
        })));
        assertThat(failure).isInstanceOf(StorageException.class).isInstanceOf(ConnectionFailureException.class);
        sides.line.pass();
        Reconciliation rest =
                RetryPolicy.attempts(10).run(() -> mirror.reconcile(GUEST, pages.startingAt(places.get(1))));
        assertThat(List.of(rest.missing(), rest.different(), rest.extra())).containsExactly(0L, 0L, 3L);
        assertThat(mirror.reconcile(VISIT, pages).missing()).isEqualTo(30);
        sides.assertEqualSoon();
    }

    @Test
    void rows_that_are_written_meanwhile_are_no_difference() {
        fillBehindTheBack();
        assertThat(mirror.reconcile(GUEST, ReconcileOptions.repairing()).isEqual())
                .isFalse();
        sides.onPrimary().execute("truncate visit");
        sides.assertEqualSoon();
        AtomicBoolean over = new AtomicBoolean();
        long before = mirror.stats().writes();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; !over.get(); i++) { // some of these rows never rest
                TwoSides.guests(mirror).updateWhere(Filters.eq(GUEST.ID, i % 30 + 1L), amount(i));
                TwoSides.guests(mirror).upsert(guest(40 + i % 3, "x"), GUEST.PRIMARY);
                TwoSides.guests(mirror).deleteWhere(Filters.eq(GUEST.ID, 41L + i % 3));
            }
        });
        try {
            for (int i = 0; i < 20; i++) {
                Reconciliation found = mirror.reconcile(
                        GUEST, ReconcileOptions.comparing().withPageSize(7).withPatience(Duration.ofMillis(200)));
                assertThat(List.of(found.missing(), found.extra(), found.different()))
                        .as(found.toString())
                        .containsOnly(0L);
            }
        } finally {
            over.set(true);
            writer.join();
        }
        assertThat(mirror.stats().writes()).isGreaterThan(before + 100);
        sides.assertEqualSoon();
        assertThat(mirror.reconcile(GUEST, ReconcileOptions.comparing())).matches(Reconciliation::isEqual, "is equal");
    }

    @Test
    void it_comes_to_its_turn_however_much_there_is_to_carry_over() {
        guests(1, 20);
        sides.assertEqualSoon();
        sides.onOther().execute("update guest set amount = -1 where id = 20");
        sides.line.delay(Duration.ofMillis(60));
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; !over.get(); i++) {
                guests(1 + i % 10, 1 + i % 10);
            }
        });
        try {
            Reconciliation found = mirror.reconcile(
                    GUEST,
                    ReconcileOptions.repairing()
                            .onlyRows(Filters.gt(GUEST.ID, 10L))
                            .withPatience(Duration.ofSeconds(3)));
            assertThat(List.of(found.different(), found.unsettled())).containsExactly(1L, 0L);
        } finally {
            over.set(true);
            writer.join();
            sides.line.pass();
        }
        sides.assertEqualSoon();
    }

    private void guests(int first, int last) {
        for (int id = first; id <= last; id++) {
            TwoSides.guests(mirror).upsert(guest(id, "n"), GUEST.PRIMARY);
        }
    }
}
