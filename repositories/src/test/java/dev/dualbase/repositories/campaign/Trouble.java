// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.campaign;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.TransactionConflictException;
import dev.dualbase.testkit.fault.Conflicts;
import dev.dualbase.testkit.fault.Direction;
import dev.dualbase.testkit.fault.Fault;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.fault.Meetings;
import dev.dualbase.testkit.fault.Message;
import dev.dualbase.testkit.fault.Moment;
import dev.dualbase.testkit.fault.Strike;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * What happens while callers are at work, and which exceptions that may cause. A read never has an unknown outcome, and what
 * none of these may cause is a defect:
 * <ul>
 *   <li>nothing, or a slow line: none;
 *   <li>a line or server that is gone or silent: {@link ConnectionFailureException}, and {@link OutcomeUnknownException} for
 *       a write or commit that was under way;
 *   <li>a statement that is cancelled: {@link QueryTimeoutException};
 *   <li>another transaction in the way: {@link TransactionConflictException} for what writes, and
 *       {@link QueryTimeoutException} for who waits for it too long.
 * </ul>
 */
enum Trouble {
    NOTHING(Set.of(), (site, random) -> pause(millis(random, 300))),
    DELAYED(Set.of(), (site, random) -> {
        site.line().delay(Duration.ofMillis(5 + random.nextInt(30)));
        pause(millis(random, 600));
    }),
    THROTTLED(Set.of(), (site, random) -> {
        site.line().throttle(20_000 + random.nextInt(50_000));
        pause(millis(random, 600));
    }),
    REFUSED(Gone.CAUSES, (site, random) -> happen(site, random, FaultProxy::refuse)),
    CUT(Gone.CAUSES, (site, random) -> happen(site, random, FaultProxy::cut)),
    RESET(Gone.CAUSES, (site, random) -> happen(site, random, FaultProxy::reset)),
    /** Now and then so long that callers give up what arrives after all. */
    STALLED(Gone.CAUSES, (site, random) -> {
        happen(site, random, FaultProxy::stall);
        pause(random.nextInt(3) == 0 ? CampaignSite.SOCKET_TIMEOUT : Duration.ZERO);
    }),
    HALF_OPEN(Gone.CAUSES, (site, random) -> happen(site, random, FaultProxy::halfOpen)),
    AT_A_BYTE(
            Gone.CAUSES,
            (site, random) -> again(
                    site, random, () -> Moment.afterBytes(random.nextInt(20_000), anyOf(random, Direction.values())))),
    AT_A_MESSAGE(
            Gone.CAUSES,
            (site, random) -> again(site, random, () -> {
                Message message = Message.any(anyOf(random, Direction.values())).nth(1 + random.nextInt(200));
                return random.nextBoolean() ? Moment.before(message) : Moment.after(message);
            })),
    COMMIT_NOT_SENT(
            Gone.CAUSES, (site, random) -> again(site, random, () -> Moment.before(Message.statement("commit")))),
    COMMIT_NOT_ANSWERED(
            Gone.CAUSES, (site, random) -> again(site, random, () -> Moment.before(Message.answer("COMMIT")))),
    WRITE_NOT_ANSWERED(
            Gone.CAUSES,
            (site, random) -> again(
                    site, random, () -> Moment.before(Message.answer(anyOf(random, "INSERT", "UPDATE", "DELETE"))))),
    SESSIONS_ENDED(Gone.CAUSES, (site, random) -> {
        int times = 1 + random.nextInt(8);
        site.forEachSession("pg_terminate_backend", times, millis(random, 100));
    }),
    SERVER_KILLED(Gone.CAUSES, (site, random) -> {
        pause(millis(random, 100));
        site.killServer();
        pause(millis(random, 300));
        site.restartServer();
    }),
    STATEMENTS_CANCELLED(
            Set.of(QueryTimeoutException.class),
            (site, random) -> site.forEachSession("pg_cancel_backend", 200, Duration.ofMillis(1 + random.nextInt(5)))),
    DEADLOCK(InTheWay.CAUSES, (site, random) -> conflict(site, random, conflicts -> conflicts.deadlock(5))),
    NOT_SERIALIZABLE(
            InTheWay.CAUSES, (site, random) -> conflict(site, random, conflicts -> conflicts.failSerialization(5)));

    private static final List<String> WRITTEN_OFTEN = List.of("bookings", "staff", "staff_schedules", "whatsapp_keys");

    private final Set<Class<? extends StorageException>> causes;
    private final Happening happening;

    Trouble(Set<Class<? extends StorageException>> causes, Happening happening) {
        this.causes = causes;
        this.happening = happening;
    }

    /** Makes it happen, as random numbers have it; then all is well again. */
    void happen(CampaignSite site, Random random) {
        happening.happen(site, random);
        site.line().pass();
    }

    /** Whether a failure may come of it. */
    boolean causes(StorageException failure, boolean writes) {
        boolean ofWrites =
                failure instanceof OutcomeUnknownException || failure instanceof TransactionConflictException;
        return causes.contains(failure.getClass()) && (writes || !ofWrites);
    }

    /** Whether connections may be dead without either side being told. */
    boolean leavesDeadConnections() {
        return this == HALF_OPEN || this == AT_A_BYTE || this == AT_A_MESSAGE || name().endsWith("ANSWERED");
    }

    private static void happen(CampaignSite site, Random random, Command command) {
        pause(millis(random, 100));
        command.give(site.line());
        pause(millis(random, 700));
    }

    /** A fault at one moment after another. */
    private static void again(CampaignSite site, Random random, Choice choice) {
        long end = System.nanoTime() + millis(random, 800).toNanos();
        while (System.nanoTime() < end) {
            Strike strike = site.line().at(choice.next(), anyOf(random, Fault.values()));
            while (!strike.struck() && System.nanoTime() < end) {
                pause(Duration.ofMillis(2));
            }
            pause(millis(random, 50));
            site.line().pass();
        }
    }

    private static void conflict(CampaignSite site, Random random, Disturbance disturbance) {
        String table = WRITTEN_OFTEN.get(random.nextInt(WRITTEN_OFTEN.size()));
        try (Conflicts conflicts = Conflicts.on(site.direct(), table)) {
            Meetings meetings = disturbance.begin(conflicts);
            pause(millis(random, 1000));
            meetings.close();
        }
    }

    @SafeVarargs
    private static <T> T anyOf(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static Duration millis(Random random, int most) {
        return Duration.ofMillis(20 + random.nextInt(most));
    }

    static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private interface Happening {
        void happen(CampaignSite site, Random random);
    }

    private interface Command {
        void give(FaultProxy line);
    }

    private interface Choice {
        Moment next();
    }

    private interface Disturbance {
        Meetings begin(Conflicts conflicts);
    }

    private static final class Gone {
        static final Set<Class<? extends StorageException>> CAUSES =
                Set.of(ConnectionFailureException.class, OutcomeUnknownException.class);
    }

    private static final class InTheWay {
        static final Set<Class<? extends StorageException>> CAUSES =
                Set.of(TransactionConflictException.class, QueryTimeoutException.class);
    }
}
