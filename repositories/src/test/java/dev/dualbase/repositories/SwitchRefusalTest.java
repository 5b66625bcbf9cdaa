// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.SwitchSides.named;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.flag.Side.SUPABASE;
import static dev.dualbase.repositories.flag.Side.TIMEWEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.flag.FlagSource;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.repositories.flag.BackendSwitch;
import dev.dualbase.repositories.flag.BackendSwitchBuilder;
import dev.dualbase.repositories.flag.Side;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a switch does not do, and says so by name. */
class SwitchRefusalTest {

    private static final String DUAL_WRITE = "ENABLE_DUAL_WRITE=true\n";

    @TempDir
    private Path directory;

    private SwitchSides sides;

    @BeforeEach
    void start() {
        sides = new SwitchSides(directory, DUAL_WRITE);
    }

    @AfterEach
    void close() {
        sides.close();
    }

    private void withoutRecord(Side side) {
        sides.on(side).execute("alter table dualbase_divergence rename to away");
    }

    @Test
    void dual_write_without_the_record_is_refused_at_the_start() {
        withoutRecord(SUPABASE);
        BackendSwitchBuilder builder = sides.builder();
        assertThatThrownBy(builder::open)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("ENABLE_DUAL_WRITE=true with writes going to supabase cannot be: create the table"
                        + " dualbase_divergence there, as DivergenceMigration says");
        sides.on(SUPABASE).execute("alter table away rename to dualbase_divergence");
        try (BackendSwitch opened = builder.open()) {
            assertThat(SwitchSides.count(opened.backend(), SALON))
                    .as("nothing was closed")
                    .isZero();
        }
    }

    @Test
    void while_the_service_runs_such_a_change_is_not_taken() {
        withoutRecord(SUPABASE);
        sides.write("");
        try (BackendSwitch backends = sides.builder().open()) {
            sides.write(DUAL_WRITE);
            sides.until("it is refused", () -> sides.logged().contains("dualbase_divergence"));
            assertThat(backends.flags().dualWrite()).isFalse();
            new ClientRepository(backends.backend()).upsert(SALON, named(1, "a"));
        }
        assertThat(sides.clients(TIMEWEB, SALON)).isZero();
    }

    @Test
    void writes_do_not_move_to_a_side_that_could_not_be_left_again() {
        withoutRecord(TIMEWEB);
        try (BackendSwitch backends = sides.builder().open()) {
            sides.write(DUAL_WRITE + "TIMEWEB_IS_PRIMARY=true\n");
            sides.until("it is refused", () -> sides.logged().contains("with writes going to timeweb cannot be"));
            assertThat(backends.flags().primary()).isEqualTo(SUPABASE);
        }
    }

    @Test
    void a_side_over_rest_is_no_primary_of_a_dual_write() {
        try (JdbcBackend timeweb = sides.jdbc(TIMEWEB).build()) {
            Map<String, String> flags = Map.of("USE_REPOSITORY_PATTERN", "true", "ENABLE_DUAL_WRITE", "true");
            BackendSwitchBuilder builder = BackendSwitch.builder(FlagSource.fixed(flags))
                    .side(SUPABASE, BackendOfRun.deadRest())
                    .side(TIMEWEB, timeweb);
            assertThatThrownBy(builder::open)
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("ENABLE_DUAL_WRITE=true with writes going to supabase cannot be")
                    .hasMessageContaining("open that side over JDBC");
        }
    }

    @Test
    void a_side_that_was_not_given_is_refused_and_two_of_one_as_well() {
        try (JdbcBackend timeweb = sides.jdbc(TIMEWEB).build()) {
            Map<String, String> flags = Map.of("USE_REPOSITORY_PATTERN", "true", "SHADOW_READ_PERCENT", "1");
            BackendSwitchBuilder builder =
                    BackendSwitch.builder(FlagSource.fixed(flags)).side(TIMEWEB, timeweb);
            assertThatThrownBy(builder::open)
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("no backend is configured as supabase, supabase+timeweb");
            assertThatThrownBy(() -> builder.side(TIMEWEB, timeweb)).hasMessageContaining("for the side timeweb");
        }
    }

    @Test
    void one_side_is_enough_where_the_flags_ask_for_no_other() {
        Map<String, String> flags = Map.of("USE_REPOSITORY_PATTERN", "true", "USE_LEGACY_SUPABASE", "false");
        try (BackendSwitch backends = BackendSwitch.builder(FlagSource.fixed(flags))
                .side(TIMEWEB, sides.jdbc(TIMEWEB).build())
                .open()) {
            assertThat(SwitchSides.count(backends.backend(), SALON)).isZero();
            assertThat(backends.shadowReads(TIMEWEB)).isEmpty();
            assertThat(backends.dualWrite(TIMEWEB)).isEmpty();
        }
    }

    @Test
    void sequences_that_cannot_be_moved_are_a_warning_that_names_the_side() {
        try (JdbcBackend supabase = sides.jdbc(SUPABASE).build();
                JdbcBackend timeweb = sides.jdbc(TIMEWEB).build();
                BackendSwitch backends = sides.plainBuilder()
                        .side(SUPABASE, supabase)
                        .side(TIMEWEB, new Decorated(timeweb))
                        .open()) {
            sides.change(backends, DUAL_WRITE + "TIMEWEB_IS_PRIMARY=true\n", flags -> flags.primary() == TIMEWEB);
            assertThat(sides.logged()).containsOnlyOnce("the sequences of timeweb were not moved past the ids");
        }
    }

    @Test
    void a_decorated_side_names_the_backend_for_its_sequences() {
        JdbcBackend timeweb = sides.jdbc(TIMEWEB).build();
        try (BackendSwitch backends = sides.plainBuilder()
                .side(SUPABASE, sides.jdbc(SUPABASE).build())
                .side(TIMEWEB, new Decorated(timeweb))
                .sequencesThrough(TIMEWEB, timeweb)
                .open()) {
            ClientRepository clients = new ClientRepository(backends.backend());
            clients.upsert(SALON, named(1, "a"));
            sides.change(backends, DUAL_WRITE + "TIMEWEB_IS_PRIMARY=true\n", flags -> flags.primary() == TIMEWEB);
            clients.upsert(SALON, named(2, "b"));
            assertThat(sides.clients(TIMEWEB, SALON)).isEqualTo(2);
        }
    }

    /** As a host has it that retries, or watches. */
    private static final class Decorated extends DelegatingBackend {
        Decorated(JdbcBackend backend) {
            super(backend);
        }
    }
}
