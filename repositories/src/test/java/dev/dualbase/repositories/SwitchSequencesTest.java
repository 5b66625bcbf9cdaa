// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.SwitchSides.named;
import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.flag.Side.SUPABASE;
import static dev.dualbase.repositories.flag.Side.TIMEWEB;
import static dev.dualbase.repositories.schema.Tables.COMPANIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.AccessDeniedException;
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

/** A side that was the copy gives ids of its own, whether flags changed while the service ran or between two starts. */
class SwitchSequencesTest {

    private static final String BOTH = "ENABLE_DUAL_WRITE=true\n";
    private static final String TO_TIMEWEB = BOTH + "TIMEWEB_IS_PRIMARY=true\n";

    @TempDir
    private Path directory;

    private SwitchSides sides;

    @BeforeEach
    void rowsThatBroughtTheirIds() {
        sides = new SwitchSides(directory, BOTH);
        try (BackendSwitch backends = sides.builder().open()) {
            ClientRepository clients = new ClientRepository(backends.backend());
            clients.upsert(SALON, named(1, "a"));
            clients.upsert(SALON, named(2, "b"));
            sides.assertEqualSoon();
        }
    }

    @AfterEach
    void close() {
        sides.close();
    }

    private Map<String, Long> lastIds(Side side) {
        try (JdbcBackend backend = sides.jdbc(side).build()) {
            return backend.lastIds(SalonRepositories.TABLES);
        }
    }

    private BackendSwitchBuilder asService() {
        BackendSwitchBuilder builder = sides.plainBuilder();
        for (Side side : Side.values()) {
            builder.side(side, LeastPrivilege.on(sides.databases.get(side)).backend());
        }
        return builder;
    }

    private void grantSequences() {
        for (Side side : Side.values()) {
            sides.on(side).execute(ServiceRole.sequencesScript(LeastPrivilege.ROLE));
        }
    }

    @Test
    void after_a_start_with_the_other_side_as_the_writer() {
        sides.write(TO_TIMEWEB);
        try (BackendSwitch backends = sides.builder().open()) {
            new ClientRepository(backends.backend()).upsert(SALON, named(3, "c"));
            assertThat(sides.clients(TIMEWEB, SALON)).isEqualTo(3);
            sides.assertEqualSoon();
        }
        sides.write(BOTH);
        try (BackendSwitch backends = sides.builder().open()) {
            new ClientRepository(backends.backend()).upsert(SALON, named(4, "d"));
            sides.assertEqualSoon();
        }
    }

    @Test
    void after_a_start_with_that_side_alone() {
        sides.write("USE_LEGACY_SUPABASE=false\n");
        try (BackendSwitch backends =
                sides.plainBuilder().side(TIMEWEB, sides.jdbc(TIMEWEB).build()).open()) {
            new ClientRepository(backends.backend()).upsert(SALON, named(3, "c"));
        }
        assertThat(sides.clients(TIMEWEB, SALON)).isEqualTo(3);
    }

    @Test
    void after_a_start_with_some_salons_there_and_far_apart_once_for_all() {
        sides.write(BOTH + "TIMEWEB_COMPANIES=962304\n");
        try (BackendSwitch backends = sides.builder().open()) {
            CompanyRepository companies = new CompanyRepository(backends.backend());
            long there = companies
                    .create(COMPANIES.newRecord().setCompanyId(962_304L))
                    .getId();
            long here = companies
                    .create(COMPANIES.newRecord().setCompanyId(962_305L))
                    .getId();
            assertThat(there - here).isGreaterThan(50_000_000);
            sides.assertEqualSoon();
        }
        Map<String, Long> before = lastIds(TIMEWEB);
        sides.builder().open().close();
        assertThat(lastIds(TIMEWEB)).isEqualTo(before).containsKey("clients.id");
    }

    @Test
    void not_by_a_role_without_the_right_and_the_start_says_so_by_name() {
        sides.write(TO_TIMEWEB);
        BackendSwitchBuilder builder = asService();
        assertThatThrownBy(builder::open)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("writes cannot begin on timeweb, because the role of its backend may not move")
                .hasMessageContaining("ServiceRole.sequencesScript")
                .hasMessageContaining("sequencesThrough");
        grantSequences();
        try (BackendSwitch backends = builder.open()) {
            new ClientRepository(backends.backend()).upsert(SALON, named(3, "c"));
        }
        assertThat(sides.clients(TIMEWEB, SALON)).isEqualTo(3);
    }

    @Test
    void a_role_that_sees_that_nothing_is_behind_needs_no_right() {
        try (BackendSwitch backends = asService().open()) {
            new ClientRepository(backends.backend()).upsert(SALON, named(3, "c"));
        }
        assertThat(sides.clients(SUPABASE, SALON)).isEqualTo(3);
    }

    @Test
    void a_flip_by_a_role_without_the_right_waits_for_the_right_and_says_so() {
        sides.write("");
        try (BackendSwitch backends = asService().open()) {
            sides.write(TO_TIMEWEB);
            sides.until("it is refused", () -> sides.logged().contains("may not move its sequences"));
            assertThat(sides.logged()).contains("sequencesThrough").doesNotContain("allow more time");
            assertThat(backends.flags().primary()).isEqualTo(SUPABASE);
            grantSequences();
            sides.until("it is taken", () -> backends.flags().primary() == TIMEWEB);
            new ClientRepository(backends.backend()).upsert(OTHER, named(3, "c"));
        }
        assertThat(sides.clients(TIMEWEB, OTHER)).isEqualTo(1);
    }
}
