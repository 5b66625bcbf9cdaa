// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.SwitchSides.named;
import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.member;
import static dev.dualbase.repositories.flag.Side.SUPABASE;
import static dev.dualbase.repositories.flag.Side.TIMEWEB;
import static dev.dualbase.repositories.schema.Tables.CLIENTS;
import static dev.dualbase.repositories.schema.Tables.COMPANIES;
import static dev.dualbase.repositories.schema.Tables.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.mirror.Reconciliation;
import dev.dualbase.repositories.flag.BackendFlags;
import dev.dualbase.repositories.flag.BackendSwitch;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one side to the other and back by flags alone. */
class SwitchTest {

    @TempDir
    private Path directory;

    private SwitchSides sides;
    private BackendSwitch backends;
    private SalonRepositories salon;

    @BeforeEach
    void start() {
        sides = new SwitchSides(directory, "");
        backends = sides.builder()
                .shadowReads(options -> options.tellingTo(any -> {}))
                .open();
        salon = SalonRepositories.open(backends.backend(), TestSalon.CLOCK);
    }

    @AfterEach
    void close() {
        backends.close();
        sides.close();
    }

    @Test
    void shadow_reads_begin_and_end_with_their_flag() {
        salon.clients().upsert(SALON, named(1, "only here"));
        assertThat(backends.shadowReads(SUPABASE).orElseThrow().stats().chosen())
                .isZero();
        sides.change(backends, "SHADOW_READ_PERCENT=100\n", flags -> flags.shadowReadPercent() == 100);
        assertThat(SwitchSides.count(backends.backend(), SALON)).isEqualTo(1);
        sides.until(
                "the difference is seen",
                () -> backends.shadowReads(SUPABASE).orElseThrow().stats().differed() == 1);
        sides.change(backends, "", flags -> flags.shadowReadPercent() == 0);
        assertThat(SwitchSides.count(backends.backend(), SALON)).isEqualTo(1);
        assertThat(backends.shadowReads(SUPABASE).orElseThrow().stats().chosen())
                .isEqualTo(1);
        assertThat(backends.shadowReads(TIMEWEB).orElseThrow().stats().chosen()).isZero();
    }

    @Test
    void dual_write_and_one_reconcile_make_both_sides_equal() {
        salon.clients().upsert(SALON, named(1, "before"));
        assertThat(backends.dualWrite(SUPABASE)).isEmpty();
        sides.change(backends, "ENABLE_DUAL_WRITE=true\n", BackendFlags::dualWrite);
        salon.clients().upsert(SALON, named(2, "after"));
        Reconciliation found =
                backends.dualWrite(SUPABASE).orElseThrow().reconcile(CLIENTS, ReconcileOptions.repairing());
        assertThat(found.missing()).isEqualTo(1);
        sides.assertEqualSoon();
        assertThat(sides.clients(TIMEWEB, SALON)).isEqualTo(2);
        assertThat(backends.dualWrite(SUPABASE).orElseThrow().stats().writes()).isEqualTo(1);
        assertThat(backends.dualWrite(TIMEWEB)).isEmpty();
    }

    @Test
    void reads_move_alone() {
        sides.change(backends, "ENABLE_DUAL_WRITE=true\n", BackendFlags::dualWrite);
        salon.clients().upsert(SALON, named(1, "a"));
        sides.assertEqualSoon();
        sides.change(backends, "ENABLE_DUAL_WRITE=true\nTIMEWEB_READS=true\n", BackendFlags::timewebReads);
        sides.on(TIMEWEB).execute("update clients set name = 'seen'");
        assertThat(salon.clients().count(SALON, Filters.eq(CLIENTS.NAME, "seen")))
                .isEqualTo(1);
        salon.clients().upsert(SALON, named(2, "b"));
        assertThat(sides.clients(SUPABASE, SALON)).isEqualTo(2);
    }

    @Test
    void writes_move_there_and_back_with_all_rows_and_with_ids_of_their_own() {
        sides.change(backends, "ENABLE_DUAL_WRITE=true\n", BackendFlags::dualWrite);
        for (int flip = 0; flip < 4; flip++) {
            for (int i = 0; i < 3; i++) {
                salon.clients().upsert(SALON, named(10L * flip + i, "name"));
                salon.staff().upsert(SALON, member(10L * flip + i, "name"));
            }
            boolean there = flip % 2 == 0;
            sides.change(
                    backends,
                    "ENABLE_DUAL_WRITE=true\nTIMEWEB_IS_PRIMARY=" + there + "\n",
                    flags -> (flags.primary() == TIMEWEB) == there);
            assertThat(sides.clients(there ? TIMEWEB : SUPABASE, SALON)).isEqualTo(3 * (flip + 1L));
        }
        sides.assertEqualSoon();
    }

    @Test
    void a_salon_moves_alone_and_is_carried_back() {
        sides.change(backends, "ENABLE_DUAL_WRITE=true\n", BackendFlags::dualWrite);
        salon.clients().upsert(SALON, named(1, "before"));
        salon.clients().upsert(OTHER, named(2, "before"));
        sides.change(
                backends,
                "ENABLE_DUAL_WRITE=true\nTIMEWEB_COMPANIES=" + SALON + "\n",
                flags -> !flags.companies().isEmpty());
        assertThat(sides.name(TIMEWEB, 1)).isEqualTo("before");
        salon.clients().upsert(SALON, named(1, "there"));
        salon.clients().upsert(SALON, named(3, "new"));
        salon.clients().upsert(OTHER, named(2, "here"));
        assertThat(sides.name(TIMEWEB, 1)).isEqualTo("there");
        assertThat(sides.name(SUPABASE, 2)).isEqualTo("here");
        sides.assertEqualSoon();
        sides.change(
                backends, "ENABLE_DUAL_WRITE=true\n", flags -> flags.companies().isEmpty());
        assertThat(sides.name(SUPABASE, 1)).isEqualTo("there");
        salon.clients().upsert(SALON, named(4, "back"));
        assertThat(sides.name(SUPABASE, 4)).isEqualTo("back");
        sides.assertEqualSoon();
    }

    @Test
    void while_salons_are_on_both_sides_no_id_is_given_twice() {
        long there = 962_304;
        long here = 962_305;
        sides.change(
                backends,
                "ENABLE_DUAL_WRITE=true\nTIMEWEB_COMPANIES=" + there + "\n",
                flags -> !flags.companies().isEmpty());
        var registered = salon.companies().create(COMPANIES.newRecord().setCompanyId(there));
        assertThat(sides.on(TIMEWEB).fetchCount(COMPANIES)).isEqualTo(3);
        var other = salon.companies().create(COMPANIES.newRecord().setCompanyId(here));
        assertThat(registered.getId()).isNotEqualTo(other.getId());
        sides.assertEqualSoon();
        assertThat(sides.on(TIMEWEB).fetchCount(COMPANIES)).isEqualTo(4);
    }

    @Test
    void a_repository_moves_alone_and_is_carried_back() {
        sides.change(backends, "ENABLE_DUAL_WRITE=true\n", BackendFlags::dualWrite);
        salon.staff().upsert(SALON, member(1, "before"));
        sides.change(
                backends,
                "ENABLE_DUAL_WRITE=true\nTIMEWEB_STAFF_REPOSITORY=true\n",
                flags -> !flags.repositories().isEmpty());
        salon.staff().upsert(SALON, member(2, "there"));
        salon.clients().upsert(SALON, named(1, "here"));
        assertThat(sides.on(TIMEWEB).fetchCount(STAFF)).isEqualTo(2);
        assertThat(sides.on(SUPABASE).fetchCount(CLIENTS)).isEqualTo(1);
        sides.assertEqualSoon();
        assertThat(backends.dualWrite(TIMEWEB).orElseThrow().stats().writes()).isEqualTo(1);
        sides.change(
                backends,
                "ENABLE_DUAL_WRITE=true\nTIMEWEB_SYNC=false\n",
                flags -> !flags.repositories().containsValue(TIMEWEB));
        salon.staff().upsert(SALON, member(3, "back"));
        sides.assertEqualSoon();
        assertThat(sides.on(SUPABASE).fetchCount(STAFF)).isEqualTo(3);
    }

    @Test
    void reads_fall_back_while_their_side_is_out_and_writes_do_not() {
        sides.change(backends, "ENABLE_DUAL_WRITE=true\nREAD_FALLBACK=true\n", BackendFlags::readFallback);
        salon.clients().upsert(SALON, named(1, "a"));
        sides.assertEqualSoon();
        sides.lines.get(SUPABASE).refuse();
        assertThat(SwitchSides.count(backends.backend(), SALON)).isEqualTo(1);
        // without an id the first one of the other side's sequence would be in the way there, and hide a write
        ClientsRecord other = named(2, "b").setId(1_000_002L);
        assertThatThrownBy(() -> salon.clients().upsert(SALON, other)).isInstanceOf(ConnectionFailureException.class);
        sides.lines.get(SUPABASE).pass();
        assertThat(sides.clients(TIMEWEB, SALON)).isEqualTo(1);
    }

    @Test
    void the_log_names_the_side_that_did_the_work() throws Exception {
        CallsLogger.whileOn(() -> {
            sides.change(backends, "ENABLE_DUAL_WRITE=true\nLOG_DATABASE_CALLS=true\n", BackendFlags::dualWrite);
            salon.clients().upsert(SALON, named(1, "a"));
            sides.assertEqualSoon();
            assertThat(sides.logged())
                    .contains("ClientRepository.upsert upsert clients on supabase: 1 rows")
                    .contains("DualWrite.replay upsert clients on timeweb: 1 rows");
        });
    }
}
