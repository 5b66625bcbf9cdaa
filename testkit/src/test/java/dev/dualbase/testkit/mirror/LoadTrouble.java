// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import dev.dualbase.testkit.fault.Fault;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.fault.Message;
import dev.dualbase.testkit.fault.Moment;
import dev.dualbase.testkit.fault.Strike;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** What happens to the other side, to replays and to callers while rows are written. */
enum LoadTrouble {
    REFUSED(LoadPhase.AWAY, sides -> sides.line.refuse()),
    CUT(LoadPhase.AWAY, sides -> sides.line.cut()),
    RESET(LoadPhase.AWAY, sides -> sides.line.reset()),
    STALLED(LoadPhase.AWAY, sides -> sides.line.stall()),
    DELAYED(LoadPhase.SLOW, sides -> sides.line.delay(Duration.ofMillis(30))),
    THROTTLED(LoadPhase.SLOW, sides -> sides.line.throttle(20_000)),
    COMMIT_NOT_SENT(LoadPhase.OTHER, Moment.before(Message.statement("commit")), Fault.CUT),
    COMMIT_NOT_ANSWERED(LoadPhase.OTHER, Moment.before(Message.answer("COMMIT")), Fault.RESET),
    /** It arrives when the line is mended, after its sender has given up. */
    COMMIT_LATE(LoadPhase.OTHER, Moment.before(Message.statement("commit")), Fault.STALL),
    OTHER_SESSIONS_ENDED(LoadPhase.OTHER, sides -> endSessions(sides.onOther(), "other")),
    REPLAYS_ENDED(LoadPhase.OTHER, sides -> endSessions(sides.onPrimary(), "replay")),
    CALLERS_SESSIONS_ENDED(LoadPhase.OTHER, sides -> endSessions(sides.onPrimary(), "primary")),
    PROCESS_REPLACED(LoadPhase.OTHER, sides -> {});

    private final LoadPhase phase;
    private final BiConsumer<TwoSides, Duration> happening;

    LoadTrouble(LoadPhase phase, Consumer<TwoSides> deed) {
        this(phase, (sides, time) -> {
            deed.accept(sides);
            LoadPhase.pause(time);
        });
    }

    LoadTrouble(LoadPhase phase, Moment moment, Fault fault) {
        this(phase, (sides, time) -> again(sides.line, moment, fault, time));
    }

    LoadTrouble(LoadPhase phase, BiConsumer<TwoSides, Duration> happening) {
        this.phase = phase;
        this.happening = happening;
    }

    private static void again(FaultProxy line, Moment moment, Fault fault, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Strike strike = line.at(moment, fault);
        while (System.nanoTime() < end) {
            LoadPhase.pause(Duration.ofMillis(20));
            strike = strike.struck() ? line.at(moment, fault) : strike;
        }
    }

    LoadPhase phase() {
        return phase;
    }

    /** Makes it happen, and at some moments again and again, for a time; then all is well again. */
    void happen(TwoSides sides, Duration time) {
        happening.accept(sides, time);
        sides.line.pass();
    }

    private static void endSessions(DSLContext side, String backend) {
        side.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and application_name like 'dualbase-" + backend + "%'");
    }
}
