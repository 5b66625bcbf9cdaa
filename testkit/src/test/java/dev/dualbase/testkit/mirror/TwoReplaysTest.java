// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import static dev.dualbase.testkit.mirror.GuestTable.GUEST;
import static dev.dualbase.testkit.mirror.GuestTable.amount;
import static dev.dualbase.testkit.mirror.GuestTable.guest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.DualWriteOptions;
import dev.dualbase.core.mirror.OwnRows;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.fault.Fault;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.fault.Message;
import dev.dualbase.testkit.fault.Moment;
import dev.dualbase.testkit.fault.Strike;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two processes carry over rows of the same primary, each on a line of its own, and the line of one is held up. */
final class TwoReplaysTest {
    private static final Filter FIRST = Filters.eq(GUEST.ID, 1L);

    private final TwoSides sides = new TwoSides();
    private final FaultProxy lineToPrimary = FaultProxy.before(sides.primaryDatabase);
    private final Backend slowWay = sides.patientOther();
    private final Backend fastWay = sides.directOther();
    private final DualWriteBackend slow =
            sides.mirror(slowWay, TwoSides.options().replayingThrough(sides.replayThrough(lineToPrimary)));
    private final BaseRepository<GuestRecord> guests = TwoSides.guests(slow);

    @AfterEach
    void close() {
        sides.line.pass();
        slow.close();
        slowWay.close();
        fastWay.close();
        lineToPrimary.close();
        sides.close();
    }

    private Strike holdUpBefore(String statement) {
        return sides.line.at(Moment.before(Message.statement(statement)), Fault.STALL);
    }

    private void assertEqualSoon(DualWriteBackend mirror) {
        assertThat(mirror.awaitEqual(Duration.ofSeconds(30))).isTrue();
        sides.assertEqual();
    }

    /**
     * Without the lock the fast one carries the newer state over by the newer note, because by its clock the older note is not
     * due yet. Then comes the slow one with the older state and the older note, and nobody knows any more that the row differs.
     */
    @Test
    void an_older_state_under_way_holds_the_newer_one_back() throws InterruptedException {
        guests.insert(guest(1, "a"));
        sides.assertEqualSoon();
        sides.onOther().execute("alter table guest add constraint small check (amount < 100)");
        guests.updateWhere(FIRST, amount(500));
        TwoSides.until(
                "it is put off",
                () -> sides.onPrimary().fetchExists(DSL.table("dualbase_divergence"), DSL.condition("attempts > 0")));
        holdUpBefore("begin").await();
        sides.onOther().execute("alter table guest drop constraint small");
        guests.updateWhere(FIRST, amount(7));
        AtomicInteger rounds = new AtomicInteger();
        DualWriteOptions counted = anHourBehind(TwoSides.options().replayingThrough(sides.replay()))
                .enabledWhen(() -> rounds.incrementAndGet() > 0);
        try (DualWriteBackend fast = sides.mirror(fastWay, counted)) {
            TwoSides.until("the fast one has ended two rounds", () -> rounds.get() > 2);
            sides.line.pass();
            assertEqualSoon(fast);
        }
    }

    private static DualWriteOptions anHourBehind(DualWriteOptions options) {
        return new DualWriteOptions(
                options.tables(),
                options.enabled(),
                OwnRows.all(),
                options.replayThrough(),
                options.maxRate(),
                options.maxAge(),
                options.window(),
                options.firstRetry(),
                options.lastRetry(),
                options.listener(),
                Clock.offset(options.clock(), Duration.ofHours(-1)));
    }

    /** The delete sees no row that it could wait for: without a lock for it, the row would come after it, and stay. */
    @Test
    void a_delete_waits_for_an_insert_whose_commit_is_under_way_when_its_replay_is_lost() throws InterruptedException {
        Strike commit = holdUpBefore("commit");
        guests.insert(guest(1, "a"));
        commit.await();
        lineToPrimary.cut();
        TwoSides.until("the lock is lost", () -> !TwoSides.hasLock(sides.onPrimary(), "locktype = 'advisory'"));
        guests.deleteWhere(FIRST);
        try (DualWriteBackend fast = sides.mirror(fastWay, TwoSides.options().replayingThrough(sides.replay()))) {
            TwoSides.until("it is deleted, or waits", () -> sides.notes() == 0 || TwoSides.isWaiting(sides.onOther()));
            sides.line.pass();
            lineToPrimary.pass();
            assertEqualSoon(fast);
        }
    }
}
