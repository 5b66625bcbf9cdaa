// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static dev.dualbase.repositories.TestSalon.member;
import static dev.dualbase.repositories.schema.Tables.COMPANIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.supabase.rest.SupabaseRestBackend;
import dev.dualbase.supabase.rest.SupabaseRestBuilder;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.postgrest.PostgrestServer;
import dev.dualbase.testkit.postgrest.WithPostgrest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** REST on a database without the functions of the adapter. */
@PostgresTest(migrations = "classpath:db/migration")
@WithPostgrest
class PlainRestTest {

    private final SupabaseRestBackend backend;

    PlainRestTest(PostgrestServer server) {
        this.backend = new SupabaseRestBuilder(server.url(), server.key("service_role")).build();
        new CompanyRepository(backend).create(COMPANIES.newRecord().setCompanyId(SALON.value()));
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void opens_with_a_warning_that_nothing_was_checked() {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            SalonRepositories salon = SalonRepositories.open(backend, CLOCK);
            salon.clients().upsert(SALON, client(1));
            assertThat(salon.clients().count(SALON, Filters.everyRow())).isEqualTo(1);
        } finally {
            System.setErr(before);
        }
        assertThat(written.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("The schema was not checked")
                .contains("dualbase-supabase-adapter");
    }

    @Test
    void replacing_all_staff_is_refused_and_changes_nothing() {
        StaffRepository staff = new StaffRepository(backend);
        staff.upsert(SALON, member(1, "name"));

        assertThatThrownBy(() -> staff.replaceAll(SALON, List.of(member(2, "name"))))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("dualbase-supabase-adapter");
        assertThat(staff.findActiveIds(SALON)).hasSize(1);
    }

    @Test
    void an_outage_is_not_taken_for_a_backend_without_functions() {
        try (Backend dead = BackendOfRun.deadRest()) {
            assertThatThrownBy(() -> SalonRepositories.open(dead, CLOCK))
                    .isInstanceOf(ConnectionFailureException.class);
        }
    }
}
