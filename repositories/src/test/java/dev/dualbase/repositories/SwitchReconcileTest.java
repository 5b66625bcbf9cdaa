// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.SwitchSides.named;
import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.flag.Side.SUPABASE;
import static dev.dualbase.repositories.flag.Side.TIMEWEB;
import static dev.dualbase.repositories.schema.Tables.CLIENTS;
import static dev.dualbase.repositories.schema.Tables.STAFF;
import static dev.dualbase.repositories.schema.Tables.WHATSAPP_AUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.mirror.Reconciliation;
import dev.dualbase.repositories.flag.BackendFlags;
import dev.dualbase.repositories.flag.BackendSwitch;
import dev.dualbase.repositories.flag.Side;
import java.nio.file.Path;
import java.util.List;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repair changes no row on the side that is its primary. */
class SwitchReconcileTest {

    private static final String BOTH = "ENABLE_DUAL_WRITE=true\n";
    private static final String ONE_SALON = BOTH + "TIMEWEB_COMPANIES=" + SALON + "\n";
    private static final ReconcileOptions REPAIRING = ReconcileOptions.repairing();

    @TempDir
    private Path directory;

    private SwitchSides sides;
    private BackendSwitch backends;
    private SalonRepositories salon;

    @BeforeEach
    void start() {
        sides = new SwitchSides(directory, BOTH);
        backends = sides.builder().open();
        salon = SalonRepositories.open(backends.backend(), TestSalon.CLOCK);
    }

    @AfterEach
    void close() {
        backends.close();
        sides.close();
    }

    private Reconciliation from(Side side, Table<?> table) {
        return backends.dualWrite(side).orElseThrow().reconcile(table, REPAIRING);
    }

    private void moveOneSalon() {
        sides.change(backends, ONE_SALON, flags -> !flags.companies().isEmpty());
    }

    /** As if the dual write had not come to these rows yet. */
    private void behindTheBack(Side side, String statement) {
        sides.on(side).execute(statement);
    }

    @Test
    void rows_of_a_salon_that_has_moved_are_repaired_from_its_own_side_only() {
        salon.clients().upsert(SALON, named(1, "old"));
        salon.clients().upsert(OTHER, named(2, "here"));
        sides.assertEqualSoon();
        moveOneSalon();
        behindTheBack(TIMEWEB, "update clients set name = 'newer' where company_id = " + SALON);
        behindTheBack(
                TIMEWEB,
                "insert into clients (id, company_id, yclients_id, name, phone) values (77, " + SALON
                        + ", 3, 'new', '7')");
        behindTheBack(TIMEWEB, "delete from clients where company_id = " + OTHER);

        Reconciliation fromSupabase = from(SUPABASE, CLIENTS);
        assertThat(List.of(fromSupabase.missing(), fromSupabase.extra(), fromSupabase.different()))
                .containsExactly(1L, 0L, 0L);
        sides.until("it is repaired", () -> sides.notes(SUPABASE) == 0);
        assertThat(sides.name(TIMEWEB, 1)).isEqualTo("newer");
        assertThat(sides.name(TIMEWEB, 3)).isEqualTo("new");

        List<Reconciliation> found = backends.reconcile(CLIENTS, REPAIRING);
        assertThat(found).extracting(Reconciliation::missing).containsExactlyInAnyOrder(0L, 1L);
        assertThat(found).extracting(Reconciliation::different).containsExactlyInAnyOrder(0L, 1L);
        sides.assertEqualSoon();
        assertThat(sides.name(SUPABASE, 3)).isEqualTo("new");
    }

    @Test
    void sessions_are_told_apart_by_the_key_of_their_salon() {
        moveOneSalon();
        behindTheBack(TIMEWEB, "insert into whatsapp_auth (company_id, creds) values ('" + SALON.key() + "', '{}')");
        behindTheBack(SUPABASE, "insert into whatsapp_auth (company_id, creds) values ('" + OTHER.key() + "', '{}')");
        assertThat(from(SUPABASE, WHATSAPP_AUTH).extra()).isZero();
        assertThat(from(TIMEWEB, WHATSAPP_AUTH).extra()).isZero();
        sides.assertEqualSoon();
        assertThat(sides.on(SUPABASE).fetchCount(WHATSAPP_AUTH)).isEqualTo(2);
    }

    @Test
    void rows_of_a_repository_that_has_moved_are_not_repaired_from_the_other_side() {
        sides.change(
                backends,
                BOTH + "TIMEWEB_STAFF_REPOSITORY=true\n",
                flags -> !flags.repositories().isEmpty());
        behindTheBack(
                TIMEWEB, "insert into staff (id, company_id, yclients_id, name) values (77, " + SALON + ", 3, 'n')");
        assertThatThrownBy(() -> from(SUPABASE, STAFF))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("reconcile staff: supabase is not the primary of its rows, as"
                        + " TIMEWEB_STAFF_REPOSITORY or TIMEWEB_SYNC says: reconcile it from timeweb");
        assertThat(backends.reconcile(STAFF, REPAIRING))
                .extracting(Reconciliation::missing)
                .containsExactly(1L);
        sides.assertEqualSoon();
        assertThat(sides.on(SUPABASE).fetchCount(STAFF)).isEqualTo(1);
    }

    @Test
    void each_table_goes_with_its_repository() {
        sides.change(
                backends,
                BOTH + "TIMEWEB_DATA_LOADER=true\nTIMEWEB_SYNC=true\nTIMEWEB_SERVICES=true\n",
                flags -> !flags.repositories().isEmpty());
        for (Table<?> table : SalonRepositories.TABLES) {
            assertThatThrownBy(() -> from(SUPABASE, table)).hasMessageContaining("reconcile " + table.getName());
            assertThat(backends.reconcile(table, ReconcileOptions.comparing())).hasSize(1);
        }
    }

    @Test
    void nothing_is_repaired_while_dual_write_is_off() {
        sides.change(backends, "", flags -> !flags.dualWrite());
        behindTheBack(SUPABASE, "insert into clients (company_id, yclients_id, phone) values (" + SALON + ", 1, '7')");
        assertThatThrownBy(() -> backends.reconcile(CLIENTS, REPAIRING))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("reconcile clients: ENABLE_DUAL_WRITE is not true");
        assertThat(backends.reconcile(CLIENTS, ReconcileOptions.comparing()))
                .extracting(Reconciliation::missing)
                .containsExactly(1L);
        assertThat(sides.notes(SUPABASE)).isZero();
    }

    @Test
    void a_repair_ends_when_its_rows_move_to_the_other_side() {
        salon.clients().upsert(SALON, named(1, "old"));
        salon.clients().upsert(SALON, named(2, "old"));
        sides.assertEqualSoon();
        ReconcileOptions whileItMoves = REPAIRING.withPageSize(1).tellingTo(place -> {
            if (backends.flags().primary() == SUPABASE) {
                sides.change(backends, BOTH + "TIMEWEB_IS_PRIMARY=true\n", flags -> flags.primary() == TIMEWEB);
                salon.clients().upsert(SALON, named(2, "newer"));
                behindTheBack(TIMEWEB, "update clients set name = 'newest' where yclients_id = 2");
            }
        });
        assertThatThrownBy(() -> backends.reconcile(CLIENTS, whileItMoves))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("reconcile clients");
        assertThat(sides.notes(SUPABASE)).isZero();
        sides.change(backends, BOTH, flags -> flags.primary() == SUPABASE);
        assertThat(sides.name(TIMEWEB, 2)).isEqualTo("newest");
    }

    @Test
    void a_change_that_moves_no_row_does_not_end_it() {
        salon.clients().upsert(SALON, named(1, "a"));
        sides.assertEqualSoon();
        behindTheBack(TIMEWEB, "update clients set name = 'wrong'");
        ReconcileOptions whileReadsMove = REPAIRING.withPageSize(1).tellingTo(place -> {
            sides.change(backends, BOTH + "TIMEWEB_READS=true\n", BackendFlags::timewebReads);
        });
        assertThat(backends.reconcile(CLIENTS, whileReadsMove)).hasSize(1);
        sides.assertEqualSoon();
    }
}
