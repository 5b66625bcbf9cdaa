// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.SALON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.ResultTooLargeException;
import dev.dualbase.repositories.data.DataResponse;
import dev.dualbase.repositories.id.ClientId;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** How many rows the lists of the data layer have, and what they say about those they leave out. */
interface DataLayerLimitContract extends DataLayerCase {

    ClientId CLIENT = ClientId.of(1);

    private void fill() throws SQLException {
        sql().execute("""
                INSERT INTO clients (company_id, yclients_id, name, phone)
                    SELECT %1$s, n, 'name', n FROM generate_series(1, 1001) n;
                INSERT INTO staff (company_id, yclients_id, name) SELECT %1$s, n, n FROM generate_series(1, 1001) n;
                INSERT INTO services (company_id, yclients_id, title, category_id)
                    SELECT %1$s, n, n, 1 + n / 1001 FROM generate_series(1, 1001) n;
                INSERT INTO staff_schedules (company_id, yclients_staff_id, date)
                    SELECT %1$s, n, '2025-12-01' FROM generate_series(1, 1001) n;
                INSERT INTO appointments_cache (company_id, yclients_record_id, client_id, appointment_datetime)
                    SELECT %1$s, n, 1, '2026-01-01 10:00Z' FROM generate_series(1, 1001) n;
                """.formatted(SALON));
    }

    @Test
    default void without_a_limit_it_is_100_and_more_are_told() throws SQLException {
        fill();
        holds(data().searchClientsByName(SALON, "name"), 100);
        holds(data().getClientAppointments(SALON, CLIENT, AppointmentQuery.all()), 100);
        holds(data().getStaffSchedules(SALON, ScheduleQuery.all()), 100);
        holds(data().getUpcomingAppointments(SALON, CLIENT), 10);
    }

    @Test
    default void the_greatest_limit_is_1000() throws SQLException {
        fill();
        holds(data().searchClientsByName(SALON, "name", 1_000), 1_000);
        holds(data().getClientAppointments(SALON, CLIENT, AppointmentQuery.all(), 1_000), 1_000);
        holds(data().getStaffSchedules(SALON, ScheduleQuery.all(), 1_000), 1_000);
        holds(data().getUpcomingAppointments(SALON, CLIENT, 1_000), 1_000);
    }

    @Test
    default void a_list_that_fits_leaves_nothing_out() throws SQLException {
        fill();
        sql().execute("DELETE FROM clients WHERE yclients_id > 100");
        assertThat(data().searchClientsByName(SALON, "name").orThrow()).hasSize(100);
        assertThat(data().searchClientsByName(SALON, "name").metadata().more()).isFalse();
    }

    @Test
    default void limit_0_is_no_row() throws SQLException {
        fill();
        assertThat(data().getStaffSchedules(SALON, ScheduleQuery.all(), 0).orThrow())
                .isEmpty();
        assertThat(data().getUpcomingAppointments(SALON, CLIENT, 0).metadata().limit())
                .hasValue(0);
    }

    @Test
    default void a_list_without_a_limit_is_whole_or_a_failure() throws SQLException {
        fill();
        assertThat(data().getServicesByCategory(SALON, 1).metadata().rows()).isEqualTo(1_000);
        tooLarge(data().getStaff(SALON, true));
        tooLarge(data().getServices(SALON, true));
        sql().execute("UPDATE services SET category_id = 1");
        tooLarge(data().getServicesByCategory(SALON, 1));
    }

    private static void holds(DataResponse<? extends List<?>> response, int rows) {
        assertThat(response.orThrow()).hasSize(rows);
        assertThat(response.metadata().rows()).isEqualTo(rows);
        assertThat(response.metadata().limit()).isEqualTo(OptionalInt.of(rows));
        assertThat(response.metadata().more()).isTrue();
    }

    private static void tooLarge(DataResponse<?> response) {
        assertThat(response.error().orElseThrow().exception()).isInstanceOf(ResultTooLargeException.class);
    }
}
