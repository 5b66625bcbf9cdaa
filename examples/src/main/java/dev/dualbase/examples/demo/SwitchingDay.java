// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.mirror.Reconciliation;
import dev.dualbase.core.shadow.ShadowReadStats;
import dev.dualbase.repositories.SalonClock;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.repositories.flag.BackendFlags;
import dev.dualbase.repositories.flag.BackendSwitch;
import dev.dualbase.repositories.flag.Side;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The salon moves from Supabase to Timeweb by flags, while its day goes on. */
final class SwitchingDay {

    private static final String TITLE = "Switching";
    private static final int COMPARED = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TwoBackends sides;
    private final BackendSwitch backends;
    private final Salon salon;
    private final Expectations expectations;
    private final Steps steps;

    SwitchingDay(TwoBackends sides, SalonClock clock, Expectations expectations, Steps steps) {
        this.sides = sides;
        this.backends = sides.backends();
        this.expectations = expectations;
        this.steps = steps;
        expectations.begin(TITLE);
        this.salon = Salon.open(backends.backend(), clock, expectations);
    }

    void live() throws Exception {
        timed("salon loaded into Supabase; Timeweb has its tables, and no row", new Loading(salon)::run);
        try (Callers callers = Callers.start(salon)) {
            say(Callers.THREADS + " callers read and write from here on to the end");
            makeEqual();
            moveReads();
            moveWrites(callers);
            cutTheOtherSide();
            callers.stop();
            expectations.equal("calls that failed", 0, callers.failed());
            say(callers.calls() + " calls of the callers, " + callers.failed() + " failed");
        }
        compare();
    }

    private void makeEqual() throws Exception {
        set("SHADOW_READ_PERCENT", "100", flags -> flags.shadowReadPercent() == 100);
        say("shadow reads: " + compared(Side.SUPABASE) + ", because Timeweb is empty");
        set("ENABLE_DUAL_WRITE", "true", BackendFlags::dualWrite);
        say("reconciled: " + reconcile() + " rows are not on Timeweb yet, and are noted to be carried over");
        timed("reconciled again: all rows are the same", () -> expectations.equal("rows that differ", 0L, reconcile()));
        long before = stats(Side.SUPABASE).differed();
        say("shadow reads: " + compared(Side.SUPABASE));
        expectations.equal("reads that differ", before, stats(Side.SUPABASE).differed());
    }

    private void moveReads() throws Exception {
        set("SHADOW_READ_PERCENT", "0", flags -> flags.shadowReadPercent() == 0);
        timed("sync of 9:00, written to both", new HourlySync(salon)::run);
        timed(Conversations.MESSAGES + " messages answered", new Conversations(salon)::run);
        set("TIMEWEB_READS", "true", BackendFlags::timewebReads);
    }

    private void moveWrites(Callers callers) throws Exception {
        long before = callers.longestMillis();
        set("TIMEWEB_IS_PRIMARY", "true", flags -> flags.primary() == Side.TIMEWEB);
        say("writes go to Timeweb now; the longest call meanwhile took " + callers.longestMillis() + " ms, before "
                + before + " ms");
        timed(NewBookings.BOOKINGS + " bookings made, 1 abandoned", new NewBookings(salon)::run);
    }

    private void cutTheOtherSide() throws Exception {
        DualWriteBackend mirror = mirror(Side.TIMEWEB);
        sides.cutSupabase();
        timed("the line to Supabase is cut; " + SalonData.REMINDERS + " reminders claimed", new Reminders(salon)::run);
        TwoBackends.await("rows wait", () -> mirror.stats().backlog() > 0);
        long waiting = mirror.stats().backlog();
        sides.mendSupabase();
        say("the line is mended; " + waiting + " changes wait for Supabase");
        timed(
                "Supabase has caught up",
                () -> expectations.equal("dual write keeps up", true, mirror.awaitNearlyEqual(PATIENCE)));
    }

    /** Every table, with all columns and then by the demo's own comparison. */
    private void compare() {
        DualWriteBackend mirror = mirror(Side.TIMEWEB);
        expectations.equal("all is carried over", true, mirror.awaitEqual(PATIENCE));
        List<Reconciliation> found = SalonRepositories.TABLES.stream()
                .flatMap(table -> backends.reconcile(table, ReconcileOptions.comparing()).stream())
                .toList();
        List<String> different = found.stream()
                .filter(table -> !table.isEqual())
                .map(Reconciliation::toString)
                .toList();
        expectations.equal("tables that differ", List.of(), different);
        try (JdbcBackend supabase = sides.look(Side.SUPABASE);
                JdbcBackend timeweb = sides.look(Side.TIMEWEB)) {
            SameRows.expect("Supabase and Timeweb", supabase, timeweb, expectations);
        }
        say("both sides reconciled: " + found.size() + " tables, "
                + found.stream().mapToLong(Reconciliation::compared).sum() + " rows compared, "
                + found.stream().mapToLong(SwitchingDay::differences).sum() + " differ; dual write carried over "
                + mirror(Side.SUPABASE).stats().mirrored() + " rows there and "
                + mirror.stats().mirrored() + " back");
    }

    /** Compares and repairs, and says how many rows were not the same. */
    private long reconcile() {
        return SalonRepositories.TABLES.stream()
                .flatMap(table -> backends.reconcile(table, ReconcileOptions.repairing()).stream())
                .mapToLong(SwitchingDay::differences)
                .sum();
    }

    private static long differences(Reconciliation found) {
        return found.missing() + found.extra() + found.different() + found.unsettled();
    }

    private DualWriteBackend mirror(Side primary) {
        return backends.dualWrite(primary).orElseThrow();
    }

    /** Waits for some more reads, and says what became of them. */
    private String compared(Side reading) {
        ShadowReadStats before = stats(reading);
        TwoBackends.await("reads are compared", () -> done(stats(reading)) - done(before) >= COMPARED);
        ShadowReadStats after = stats(reading);
        return done(after) - done(before) + " compared, " + (after.differed() - before.differed()) + " differ";
    }

    private static long done(ShadowReadStats stats) {
        return stats.agreed() + stats.differed();
    }

    private ShadowReadStats stats(Side reading) {
        return backends.shadowReads(reading).orElseThrow().stats();
    }

    private void set(String flag, String value, Predicate<BackendFlags> counts) throws Exception {
        timed(flag + "=" + value + " is taken", () -> sides.set(flag, value, counts));
    }

    private void timed(String what, Steps.Step body) throws Exception {
        steps.timed(TITLE + ": " + what, body);
    }

    private void say(String what) {
        steps.say(TITLE + ": " + what);
    }
}
