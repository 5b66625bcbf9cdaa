// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import static dev.dualbase.testkit.mirror.GuestTable.GUEST;
import static dev.dualbase.testkit.mirror.GuestTable.amount;
import static dev.dualbase.testkit.mirror.GuestTable.guest;
import static dev.dualbase.testkit.mirror.GuestTable.named;
import static dev.dualbase.testkit.mirror.VisitTable.VISIT;
import static dev.dualbase.testkit.mirror.VisitTable.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.repository.BaseRepository;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jooq.JSONB;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written on the primary is on the other side soon. */
final class DualWriteTest {
    private static TwoSides sides;

    private final AtomicBoolean enabled = new AtomicBoolean(true);
    private DualWriteBackend mirror;
    private BaseRepository<GuestRecord> guests;
    private BaseRepository<VisitRecord> visits;

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
        mirror = sides.mirror(TwoSides.options().enabledWhen(enabled::get));
        guests = TwoSides.guests(mirror);
        visits = TwoSides.visits(mirror);
    }

    @AfterEach
    void stop() {
        mirror.close();
        sides.clear();
    }

    @Test
    void every_kind_of_write_arrives() {
        GuestRecord row = guests.insert(named("a"));
        row.set(GUEST.TAGS, new String[] {"x", "{,}\"\\"});
        row.set(GUEST.DATA, JSONB.valueOf("{\"k\": [1, null]}"));
        guests.update(row);
        guests.upsert(guest(100, "b"), GUEST.PRIMARY);
        assertThat(guests.insertIfAbsent(guest(100, "no"), GUEST.PRIMARY)).isEmpty();
        guests.bulkUpsert(
                IntStream.range(200, 300).mapToObj(i -> guest(i, "n" + i)).toList(), GUEST.PRIMARY);
        assertThat(guests.updateWhere(Filters.gte(GUEST.ID, 250L), amount(7))).isEqualTo(50);
        assertThat(guests.deleteWhere(Filters.lt(GUEST.ID, 210L))).isEqualTo(12);
        visits.bulkUpsert(List.of(visit(250, "1.50", "a"), visit(250, "2", "b")), VISIT.PRIMARY);
        sides.assertEqualSoon();
        assertThat(sides.onOther().fetchCount(GUEST)).isEqualTo(90);
        assertThat(mirror.stats().failed()).isZero();
    }

    @Test
    void answers_are_those_of_the_primary_alone() {
        GuestRecord row = named("a");
        row.set(GUEST.CODE, "c");
        BulkResult done = guests.bulkUpsert(List.of(row), GUEST.BY_CODE);
        assertThat(done.inserted()).isEqualTo(1);
        row.set(GUEST.AMOUNT, 3);
        assertThat(guests.bulkUpsert(List.of(row), GUEST.BY_CODE).updated()).isEqualTo(1);
        GuestRecord bad = guest(5, "bad");
        bad.set(GUEST.CODE, "c");
        BulkResult isolated =
                guests.bulkUpsert(List.of(guest(4, "good"), bad), GUEST.PRIMARY, BulkOptions.isolateBadRows());
        assertThat(isolated.badRows()).hasSize(1);
        assertThat(guests.deleteWhere(Filters.eq(GUEST.ID, 999L))).isZero();
        sides.assertEqualSoon();
    }

    @Test
    void a_row_whose_key_changes_moves() {
        guests.insert(guest(1, "a"));
        visits.insert(visit(1, "1.0", "v"));
        sides.assertEqualSoon();
        VisitRecord change = VISIT.newRecord();
        change.set(VISIT.NUMBER, new BigDecimal("2"));
        assertThat(visits.updateWhere(Filters.eq(VISIT.GUEST_ID, 1L), change)).isEqualTo(1);
        sides.assertEqualSoon();
    }

    @Test
    void a_key_that_is_written_with_other_digits_is_the_same_key() {
        guests.insert(guest(1, "a"));
        visits.insert(visit(1, "2", "v"));
        sides.assertEqualSoon();
        VisitRecord change = VISIT.newRecord();
        change.set(VISIT.NUMBER, new BigDecimal("2.00"));
        change.set(VISIT.NOTE, "w");
        assertThat(visits.updateWhere(Filters.everyRow(), change)).isEqualTo(1);
        TwoSides.until("it is carried over", () -> sides.notes() == 0);
        assertThat(sides.onOther().fetchOne(VISIT).get(VISIT.NOTE)).isEqualTo("w");
        assertThat(mirror.reconcile(VISIT, ReconcileOptions.comparing()).isEqual())
                .isTrue();
    }

    @Test
    void a_transaction_arrives_as_a_whole_and_a_rolled_back_one_leaves_nothing() {
        guests.useTransaction(() -> {
            guests.insert(guest(1, "a"));
            visits.insert(visit(1, "1", "v"));
            Throwable failed = catchThrowable(() -> guests.useTransaction(() -> {
                guests.insert(guest(2, "b"));
                throw new IllegalStateException("back to the savepoint");
            }));
            assertThat(failed).isInstanceOf(IllegalStateException.class);
        });
        assertThat(mirror.stats().writes()).isEqualTo(2);
        sides.assertEqualSoon();
        Throwable failed = catchThrowable(() -> guests.useTransaction(() -> {
            guests.insert(guest(3, "c"));
            throw new IllegalStateException("all of it");
        }));
        assertThat(failed).isInstanceOf(IllegalStateException.class);
        assertThat(mirror.stats().writes()).isEqualTo(2);
        assertThat(sides.notes()).isZero();
    }

    @Test
    void a_read_only_transaction_and_a_read_note_nothing() {
        long none = guests.withTransaction(
                TransactionOptions.defaults().asReadOnly(), () -> guests.count(Filters.everyRow()));
        assertThat(none).isZero();
        assertThat(mirror.stats().writes()).isZero();
    }

    @Test
    void off_nothing_is_noted_and_a_switch_does_not_reach_into_a_transaction() {
        enabled.set(false);
        guests.insert(guest(1, "a"));
        guests.useTransaction(() -> {
            enabled.set(true);
            guests.insert(guest(2, "b"));
        });
        assertThat(sides.notes()).isZero();
        guests.useTransaction(() -> {
            guests.insert(guest(3, "c"));
            enabled.set(false);
            guests.insert(guest(4, "d"));
        });
        assertThat(sides.notes()).isEqualTo(2);
        enabled.set(true);
        TwoSides.until("both are there", () -> sides.onOther().fetchCount(GUEST) == 2);
    }

    @Test
    void several_processes_on_the_same_sides_agree() {
        try (DualWriteBackend second = sides.mirror()) {
            BaseRepository<GuestRecord> there = TwoSides.guests(second);
            for (int i = 0; i < 50; i++) {
                guests.upsert(guest(i % 5, "here " + i), GUEST.PRIMARY);
                there.upsert(guest(i % 5, "there " + i), GUEST.PRIMARY);
            }
            sides.assertEqualSoon();
        }
    }

    @Test
    void ids_of_the_other_side_go_on_behind_those_that_were_carried_over() {
        guests.insert(named("a"));
        guests.insert(named("b"));
        sides.assertEqualSoon();
        assertThat(sides.other.advanceSequences(TwoSides.TABLES)).isEqualTo(1);
        assertThat(sides.other.advanceSequences(TwoSides.TABLES)).isZero();
        GuestRecord next = TwoSides.guests(sides.other).insert(named("c"));
        assertThat(next.get(GUEST.ID)).isGreaterThan(2);
        assertThat(sides.other.leapSequences(TwoSides.TABLES, 1_000)).isEqualTo(1);
        GuestRecord far = TwoSides.guests(sides.other).insert(named("d"));
        assertThat(far.get(GUEST.ID)).isEqualTo(next.get(GUEST.ID) + 1_001);
    }

    @Test
    void without_the_record_it_does_not_begin() {
        assertThat(catchThrowable(() -> DualWriteBackend.open(sides.other, sides.primary, TwoSides.options())))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining("dualbase_divergence");
    }

    @Test
    void what_is_on_its_way_when_it_is_turned_off_does_not_arrive() {
        guests.upsert(guest(1, "old"), GUEST.PRIMARY);
        sides.assertEqualSoon();
        sides.onOther().transaction(locker -> {
            assertThat(locker.dsl().fetch("select id from guest where id = 1 for update"))
                    .hasSize(1);
            guests.upsert(guest(1, "late"), GUEST.PRIMARY);
            TwoSides.until("the replay waits for the row", () -> TwoSides.isWaiting(sides.onOther()));
            enabled.set(false);
        });
        TwoSides.until("the replay has given up", () -> !TwoSides.hasLock(sides.onPrimary(), "locktype = 'advisory'"));
        assertThat(sides.onOther().fetchValue("select name from guest where id = 1"))
                .isEqualTo("old");
        assertThat(sides.notes()).isEqualTo(1);
        enabled.set(true);
        sides.assertEqualSoon();
    }
}
