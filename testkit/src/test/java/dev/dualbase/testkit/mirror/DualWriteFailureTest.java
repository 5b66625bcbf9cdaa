// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import static dev.dualbase.testkit.mirror.GuestTable.GUEST;
import static dev.dualbase.testkit.mirror.GuestTable.amount;
import static dev.dualbase.testkit.mirror.GuestTable.guest;
import static dev.dualbase.testkit.mirror.VisitTable.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.DualWriteListener;
import dev.dualbase.core.mirror.DualWriteStats;
import dev.dualbase.core.mirror.RowFailure;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.fault.Fault;
import dev.dualbase.testkit.fault.Message;
import dev.dualbase.testkit.fault.Moment;
import dev.dualbase.testkit.fault.Strike;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other side is away, refuses, or answers late; callers do not notice, and nothing is lost. */
final class DualWriteFailureTest implements DualWriteListener {
    private static TwoSides sides;

    private final List<RowFailure> refused = new CopyOnWriteArrayList<>();
    private final List<String> alarms = new CopyOnWriteArrayList<>();
    private DualWriteBackend mirror;
    private BaseRepository<GuestRecord> guests;
    private BaseRepository<VisitRecord> visits;

    @Override
    public void rowFailed(RowFailure failure) {
        refused.add(failure);
    }

    @Override
    public void alarmed(DualWriteStats stats) {
        alarms.add("alarmed");
    }

    @Override
    public void recovered(DualWriteStats stats) {
        alarms.add("recovered");
    }

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
        mirror = sides.mirror(
                TwoSides.options().tellingTo(this).alarmAbove(0.05, Duration.ofSeconds(2), Duration.ofSeconds(2)));
        guests = TwoSides.guests(mirror);
        visits = TwoSides.visits(mirror);
    }

    @AfterEach
    void stop() {
        mirror.close();
        sides.clear();
    }

    @Test
    void an_outage_costs_callers_nothing_and_is_made_up_for() {
        sides.line.refuse();
        for (int i = 0; i < 30; i++) {
            guests.upsert(guest(i % 10, "name " + i), GUEST.PRIMARY);
        }
        guests.deleteWhere(Filters.lt(GUEST.ID, 3L));
        TwoSides.until(
                "it shows",
                () -> mirror.stats().backlog() > 30 && mirror.stats().failed() > 0);
        TwoSides.until("it is an alarm", () -> alarms.contains("alarmed"));
        assertThat(mirror.stats().oldestAge()).isPositive();
        sides.line.pass();
        sides.assertEqualSoon();
        TwoSides.until("it is over", () -> alarms.equals(List.of("alarmed", "recovered")));
        assertThat(mirror.stats().backlog()).isZero();
    }

    @Test
    void the_backlog_is_counted_while_the_replay_waits_for_the_other_side() {
        try (JdbcBackend patient = sides.patientOther();
                DualWriteBackend waiting = sides.mirror(patient, TwoSides.options())) {
            mirror.close();
            sides.line.stall();
            TwoSides.guests(waiting).upsert(guest(1, "a"), GUEST.PRIMARY);
            TwoSides.until("a round waits", () -> TwoSides.hasLock(sides.onPrimary(), "locktype = 'advisory'"));
            TwoSides.guests(waiting).upsert(guest(2, "b"), GUEST.PRIMARY);
            TwoSides.until("both are counted", () -> waiting.stats().backlog() == 2);
            assertThat(waiting.stats().failed()).as("it waits still").isZero();
            sides.line.pass();
        }
    }

    @Test
    void a_newer_note_of_a_row_ends_those_that_wait_for_another_attempt() {
        mirror.close();
        sides.onOther().execute("insert into guest (id, name, code) values (50, 'in the way', 'taken')");
        Duration hour = Duration.ofHours(1);
        try (DualWriteBackend rarely = sides.mirror(TwoSides.options().retryingAfter(hour, hour))) {
            GuestRecord row = guest(1, "a");
            row.set(GUEST.CODE, "taken");
            TwoSides.guests(rarely).upsert(row, GUEST.PRIMARY);
            TwoSides.until("it is put off", () -> rarely.stats().failing() == 1);
            row.set(GUEST.CODE, "free");
            TwoSides.guests(rarely).upsert(row, GUEST.PRIMARY);
            TwoSides.until("no note is left", () -> sides.notes() == 0);
        }
    }

    @Test
    void notes_of_a_process_that_died_are_replayed_by_the_next() {
        sides.line.refuse();
        guests.insert(guest(1, "a"));
        mirror.close();
        sides.line.pass();
        mirror = sides.mirror();
        sides.assertEqualSoon();
    }

    @Test
    void a_refused_row_is_reported_and_holds_up_no_other() {
        sides.onOther().execute("alter table guest add constraint small check (amount < 100)");
        guests.insert(guest(1, "a"));
        sides.assertEqualSoon();
        guests.updateWhere(Filters.eq(GUEST.ID, 1L), amount(500));
        for (int i = 2; i < 50; i++) {
            guests.insert(guest(i, "n" + i));
        }
        TwoSides.until("the others are there", () -> sides.onOther().fetchCount(GUEST) == 49);
        TwoSides.until("it is reported", () -> !refused.isEmpty());
        assertThat(refused.get(0).attempts()).isEqualTo(5);
        assertThat(refused.get(0).sensitiveKey()).containsExactly("1");
        assertThat(refused.get(0))
                .hasToString("a row of guest (by id) failed 5 times: "
                        + refused.get(0).why().getMessage());
        TwoSides.until("it is measured", () -> mirror.stats().failing() == 1);
        sides.onOther().execute("alter table guest drop constraint small");
        sides.assertEqualSoon();
    }

    @Test
    void a_column_that_the_other_side_lacks_is_reported_and_holds_up_no_other_table() {
        guests.insert(guest(1, "a"));
        sides.assertEqualSoon();
        sides.onOther().execute("alter table guest rename tags to labels");
        guests.insert(guest(2, "b"));
        visits.insert(visit(1, "1", "v"));
        TwoSides.until("the visit is there", () -> sides.onOther().fetchCount(VisitTable.VISIT) == 1);
        TwoSides.until("it is reported", () -> !refused.isEmpty());
        assertThat(refused.get(0).why()).isInstanceOf(SchemaMismatchException.class);
        sides.onOther().execute("alter table guest rename labels to tags");
        sides.assertEqualSoon();
    }

    @Test
    void rows_that_need_one_another_find_their_order() {
        sides.line.refuse();
        guests.insert(guest(1, "parent"));
        visits.insert(visit(1, "1", "child"));
        guests.insert(guest(2, "parent"));
        visits.insert(visit(2, "1", "child"));
        visits.deleteWhere(Filters.everyRow());
        guests.deleteWhere(Filters.eq(GUEST.ID, 1L));
        sides.line.pass();
        sides.assertEqualSoon();
        sides.line.refuse();
        guests.updateWhere(Filters.everyRow(), amount(1)); // its note comes first, and the child's later
        visits.insert(visit(2, "9", "child"));
        visits.deleteWhere(Filters.everyRow());
        guests.deleteWhere(Filters.everyRow());
        sides.line.pass();
        sides.assertEqualSoon();
        assertThat(refused).isEmpty();
    }

    @Test
    void a_unique_value_that_moves_on_from_row_to_row_finds_its_order() {
        GuestRecord first = guest(1, "a");
        first.set(GUEST.CODE, "one");
        guests.insert(first);
        GuestRecord second = guest(2, "b");
        second.set(GUEST.CODE, "two");
        guests.insert(second);
        sides.assertEqualSoon();
        sides.line.refuse();
        guests.updateWhere(Filters.eq(GUEST.ID, 2L), amount(1));
        setCode(1, "three");
        setCode(2, "one");
        sides.line.pass();
        sides.assertEqualSoon();
    }

    private void setCode(long id, String code) {
        GuestRecord change = GUEST.newRecord();
        change.set(GUEST.CODE, code);
        guests.updateWhere(Filters.eq(GUEST.ID, id), change);
    }

    @Test
    void a_write_that_hangs_in_the_line_and_arrives_late_changes_nothing() throws InterruptedException {
        hangsAt(Moment.before(Message.statement("insert into")));
        TwoSides.until("the newer one has overtaken it", () -> "new".equals(nameOnOther()));
        arrives();
    }

    @Test
    void a_commit_that_hangs_in_the_line_and_arrives_late_is_overwritten() throws InterruptedException {
        hangsAt(Moment.before(Message.statement("COMMIT")));
        TwoSides.until("it is given up", () -> mirror.stats().failed() > 0);
        arrives();
    }

    private void hangsAt(Moment moment) throws InterruptedException {
        guests.insert(guest(1, "old"));
        sides.assertEqualSoon();
        Strike strike = sides.line.at(moment, Fault.STALL);
        rename("late");
        strike.await();
        rename("new");
    }

    private void arrives() {
        sides.line.pass();
        sides.assertEqualSoon();
        TwoSides.until("all that was late has ended", () -> sides.otherDatabase.connections() < 3);
        sides.assertEqual();
        assertThat(nameOnOther()).isEqualTo("new");
    }

    private String nameOnOther() {
        return sides.onOther().fetchOne(GUEST).get(GUEST.NAME);
    }

    private void rename(String name) {
        GuestRecord change = GUEST.newRecord();
        change.set(GUEST.NAME, name);
        guests.updateWhere(Filters.eq(GUEST.ID, 1L), change);
    }

    @Test
    void a_row_that_is_locked_on_the_other_side_keeps_callers_waiting_for_nothing() throws SQLException {
        guests.insert(guest(1, "a"));
        sides.assertEqualSoon();
        try (Connection locker = sides.otherDatabase.dataSource().getConnection();
                Statement statement = locker.createStatement()) {
            locker.setAutoCommit(false);
            statement.execute("select * from guest for update");
            long begin = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                rename("n" + i);
            }
            // each would wait for a second
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(10));
        }
        sides.assertEqualSoon();
    }

    @Test
    void a_note_that_is_committed_behind_later_ones_is_not_passed_over() throws SQLException {
        guests.insert(guest(1, "a"));
        guests.insert(guest(2, "b"));
        sides.assertEqualSoon();
        try (Connection early = sides.primaryDatabase.dataSource().getConnection();
                Statement first = early.createStatement();
                Connection locker = sides.otherDatabase.dataSource().getConnection();
                Statement lock = locker.createStatement()) {
            early.setAutoCommit(false);
            first.execute("update guest set name = 'early' where id = 2; insert into dualbase_divergence"
                    + " (table_name, row_key, since) values ('guest', '{2}', now())");
            locker.setAutoCommit(false);
            lock.execute("select * from guest where id = 1 for update");
            rename("later");
            TwoSides.until("it is being carried over", () -> TwoSides.isWaiting(sides.onOther()));
            early.commit();
        }
        sides.assertEqualSoon();
    }
}
