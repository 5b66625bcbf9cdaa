// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.SwitchSides.named;
import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.flag.Side.SUPABASE;
import static dev.dualbase.repositories.flag.Side.TIMEWEB;
import static dev.dualbase.repositories.schema.Tables.CLIENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.mirror.Reconciliation;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.repositories.flag.BackendFlags;
import dev.dualbase.repositories.flag.BackendSwitch;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes leave a side only when all that was written there is on the other one. */
class SwitchBacklogTest {

    private static final String BOTH_WAYS = "ENABLE_DUAL_WRITE=true\n";
    private static final String TO_TIMEWEB = "TIMEWEB_IS_PRIMARY=true\n";

    @TempDir
    private Path directory;

    private SwitchSides sides;
    private BackendSwitch backends;
    private SalonRepositories salon;

    @BeforeEach
    void start() {
        sides = new SwitchSides(directory, BOTH_WAYS);
        backends = sides.builder().open();
        salon = SalonRepositories.open(backends.backend(), TestSalon.CLOCK);
        salon.clients().upsert(SALON, named(1, "old"));
        sides.assertEqualSoon();
    }

    @AfterEach
    void close() {
        backends.close();
        sides.close();
    }

    private void awaitRefusal() {
        sides.until("it is refused", () -> sides.logged().contains("writes do not leave supabase yet"));
        assertThat(backends.flags().primary()).isEqualTo(SUPABASE);
    }

    /** The other side takes reads and writes, but keeps the replay waiting at one row. */
    private void whileRowIsLocked(Runnable step) throws SQLException {
        try (Connection locker = sides.databases.get(TIMEWEB).dataSource().getConnection();
                Statement statement = locker.createStatement()) {
            locker.setAutoCommit(false);
            statement.execute("select * from clients for update");
            salon.clients().upsert(SALON, named(1, "late"));
            sides.until(
                    "the replay waits for it",
                    () -> sides.on(TIMEWEB)
                            .fetchValue("select count(*) from pg_locks where not granted")
                            .equals(1L));
            step.run();
        }
    }

    @Test
    void a_row_that_is_not_carried_over_yet_holds_up_the_flip_and_is_not_overwritten_later() throws SQLException {
        whileRowIsLocked(() -> {
            sides.write(BOTH_WAYS + TO_TIMEWEB);
            awaitRefusal();
            salon.clients().upsert(SALON, named(2, "writers go on"));
            assertThat(sides.clients(SUPABASE, SALON)).isEqualTo(2);
        });
        sides.until("it is taken", () -> backends.flags().primary() == TIMEWEB);
        assertThat(sides.name(TIMEWEB, 1)).isEqualTo("late");
        assertThat(sides.name(TIMEWEB, 2)).isEqualTo("writers go on");
        salon.clients().upsert(SALON, named(1, "new"));
        sides.assertEqualSoon();
        assertThat(sides.name(SUPABASE, 1)).isEqualTo("new");
        assertThat(sides.logged()).containsOnlyOnce("writes do not leave supabase yet");
    }

    @Test
    void dual_write_that_ends_with_the_flip_is_waited_for_as_well() throws SQLException {
        whileRowIsLocked(() -> {
            sides.write(TO_TIMEWEB);
            awaitRefusal();
            assertThat(backends.flags().dualWrite()).isTrue();
        });
        sides.until("it is taken", () -> backends.flags().primary() == TIMEWEB);
        assertThat(sides.name(TIMEWEB, 1)).isEqualTo("late");
        assertThat(sides.notes(SUPABASE)).isZero();
    }

    @Test
    void a_salon_waits_for_its_rows_as_well() throws SQLException {
        whileRowIsLocked(() -> {
            sides.write(BOTH_WAYS + "TIMEWEB_COMPANIES=" + SALON + "\n");
            awaitRefusal();
            assertThat(backends.flags().companies()).isEmpty();
        });
        sides.until("it is taken", () -> !backends.flags().companies().isEmpty());
        assertThat(sides.name(TIMEWEB, 1)).isEqualTo("late");
    }

    @Test
    void a_change_that_moves_no_row_waits_for_none() throws SQLException {
        whileRowIsLocked(() -> {
            sides.change(backends, BOTH_WAYS + "SHADOW_READ_PERCENT=1\n", flags -> flags.shadowReadPercent() == 1);
            sides.change(backends, "", flags -> !flags.dualWrite());
        });
    }

    @Test
    void a_stalled_side_is_not_moved_to_until_it_is_back_and_nothing_is_lost() {
        sides.lines.get(TIMEWEB).stall();
        for (int i = 2; i < 40; i++) {
            salon.clients().upsert(SALON, named(i, "behind"));
        }
        sides.write(BOTH_WAYS + TO_TIMEWEB);
        awaitRefusal();
        salon.clients().upsert(OTHER, named(99, "goes on"));
        sides.lines.get(TIMEWEB).pass();
        sides.until("it is taken", () -> backends.flags().primary() == TIMEWEB);
        assertThat(sides.clients(TIMEWEB, SALON)).isEqualTo(39);
        assertThat(sides.clients(TIMEWEB, OTHER)).isEqualTo(1);
        salon.clients().upsert(SALON, named(100, "there"));
        sides.assertEqualSoon();
    }

    @Test
    void a_side_that_is_lost_is_left_once_dual_write_is_off_and_its_old_notes_do_no_harm() {
        sides.lines.get(TIMEWEB).refuse();
        salon.clients().upsert(SALON, named(1, "lost"));
        salon.clients().upsert(SALON, named(2, "lost too"));
        sides.lines.get(SUPABASE).refuse();
        sides.lines.get(TIMEWEB).pass();
        sides.write(BOTH_WAYS + TO_TIMEWEB);
        awaitRefusal();
        sides.change(backends, "", flags -> !flags.dualWrite());
        sides.change(backends, TO_TIMEWEB, flags -> flags.primary() == TIMEWEB);
        salon.clients().upsert(SALON, named(1, "new"));
        sides.lines.get(SUPABASE).pass();
        sides.change(backends, BOTH_WAYS + TO_TIMEWEB, BackendFlags::dualWrite);
        assertThat(sides.notes(SUPABASE)).isEqualTo(2);
        DualWriteBackend back = backends.dualWrite(TIMEWEB).orElseThrow();
        Reconciliation found =
                RetryPolicy.attempts(10).run(() -> back.reconcile(CLIENTS, ReconcileOptions.repairing()));
        assertThat(found.different() + found.extra()).as(found.toString()).isEqualTo(2);
        sides.until("it is equal", () -> sides.notes(TIMEWEB) == 0);
        assertThat(sides.name(TIMEWEB, 1)).isEqualTo("new");
        sides.change(backends, BOTH_WAYS, flags -> flags.primary() == SUPABASE);
        salon.clients().upsert(SALON, named(3, "back"));
        sides.assertEqualSoon();
        assertThat(sides.name(TIMEWEB, 1)).isEqualTo("new");
        assertThat(sides.name(SUPABASE, 2)).isEmpty();
    }
}
