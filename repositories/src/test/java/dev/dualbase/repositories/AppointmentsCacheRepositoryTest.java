// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.OTHER_SALON;
import static dev.dualbase.repositories.TestBookings.SALON;
import static dev.dualbase.repositories.TestBookings.TEN;
import static dev.dualbase.repositories.TestBookings.appointment;
import static dev.dualbase.repositories.TestBookings.clockAt;
import static dev.dualbase.repositories.TestBookings.json;
import static dev.dualbase.repositories.TestBookings.nextRecord;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.AppointmentsCacheRecord;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EachBackend
class AppointmentsCacheRepositoryTest {

    @RegisterExtension
    static final SalonDatabase database = new SalonDatabase();

    private AppointmentsCacheRepository appointments;

    @BeforeEach
    void empty() {
        database.run("DELETE FROM appointments_cache");
        appointments = new AppointmentsCacheRepository(database.backend(), clockAt("2025-12-02T00:30"));
    }

    @Test
    void an_upsert_resets_nothing_that_it_does_not_carry() {
        RecordId record = store("2025-12-02T10:00+03:00");
        assertThat(appointments.markCancelled(SALON, record, "заболел")).isTrue();
        AppointmentsCacheRecord synced = appointments.upsert(
                SALON, appointment(record, "2025-12-03T10:00+03:00").setCost(BigDecimal.TEN));

        assertThat(synced.getIsCancelled()).isTrue();
        assertThat(synced.getCancellationReason()).isEqualTo("заболел");
        assertThat(synced.getCost()).isEqualByComparingTo("10");
    }

    @Test
    void an_empty_array_in_the_webhook_stays_an_array() {
        RecordId record = nextRecord();
        appointments.upsert(SALON, appointment(record, "2025-12-02T10:00Z").setRawData(json("{\"services\": []}")));

        assertThat(appointments
                        .findByRecordId(SALON, record)
                        .orElseThrow()
                        .getRawData()
                        .data())
                .isEqualTo("{\"services\": []}");
    }

    @Test
    void cancelled_and_deleted_ones_are_not_active_and_missing_flags_count_as_false() {
        RecordId flagless = nextRecord();
        appointments.upsert(
                SALON,
                appointment(flagless, "2025-12-01T10:00Z").setIsCancelled(null).setDeleted(null));
        assertThat(appointments.markCancelled(SALON, store("2025-12-03T10:00Z"), ""))
                .isTrue();
        assertThat(appointments.softDelete(SALON, store("2025-12-03T10:00Z"))).isTrue();
        RecordId later = store("2025-12-03T10:00Z");

        assertThat(appointments.findActive(SALON, TEN))
                .extracting(AppointmentsCacheRecord::getYclientsRecordId)
                .containsExactly(flagless.value(), later.value());
    }

    /** Scenario 15. */
    @Test
    void the_future_begins_now_half_past_midnight_in_moscow() {
        store("2025-12-01T21:29:59Z");
        RecordId now = store("2025-12-02T00:30+03:00");
        RecordId later = store("2025-12-01T21:31Z");
        assertThat(appointments.markCancelled(SALON, store("2025-12-05T10:00Z"), ""))
                .isTrue();

        assertThat(appointments.findFuture(SALON, TEN))
                .extracting(AppointmentsCacheRecord::getYclientsRecordId)
                .containsExactly(now.value(), later.value());
    }

    @Test
    void appointments_of_a_client_come_newest_first_and_those_without_a_time_last() {
        RecordId early = nextRecord();
        RecordId late = nextRecord();
        RecordId timeless = nextRecord();
        appointments.upsert(SALON, appointment(early, "2025-12-01T10:00Z").setClientId(5L));
        appointments.upsert(
                SALON,
                appointment(timeless, "2025-12-01T10:00Z").setClientId(5L).setAppointmentDatetime(null));
        appointments.upsert(SALON, appointment(late, "2025-12-02T10:00Z").setClientId(5L));

        assertThat(appointments.findByClient(SALON, ClientId.of(5), TEN))
                .extracting(AppointmentsCacheRecord::getYclientsRecordId)
                .containsExactly(late.value(), early.value(), timeless.value());
    }

    @Test
    void an_update_writes_what_was_set() {
        RecordId record = store("2025-12-01T10:00Z");

        assertThat(appointments.update(SALON, record, appointments.newRecord().setStatus("moved")))
                .isTrue();
        assertThat(appointments.findByRecordId(SALON, record).orElseThrow().getStatus())
                .isEqualTo("moved");
    }

    @Test
    void an_update_cannot_move_an_appointment_to_another_salon() {
        RecordId record = store("2025-12-01T10:00Z");

        assertThatThrownBy(() -> appointments.update(
                        SALON, record, appointments.newRecord().setCompanyId(OTHER_SALON.value())))
                .isInstanceOf(InvalidValueException.class);
    }

    /** Scenario 10. */
    @Test
    void nothing_of_one_salon_is_seen_or_changed_by_another() {
        RecordId record = store("2025-12-03T10:00Z");

        assertThat(appointments.markCancelled(OTHER_SALON, record, "")).isFalse();
        assertThat(appointments.softDelete(OTHER_SALON, record)).isFalse();
        assertThat(appointments.update(
                        OTHER_SALON, record, appointments.newRecord().setStatus("x")))
                .isFalse();
        assertThat(appointments.findByRecordId(OTHER_SALON, record)).isEmpty();
        assertThat(appointments.findActive(OTHER_SALON, TEN)).isEmpty();
        assertThat(appointments.deleteWhere(OTHER_SALON, Filters.everyRow())).isZero();
        assertThat(appointments.findFuture(SALON, TEN)).hasSize(1);
    }

    private RecordId store(String instant) {
        RecordId record = nextRecord();
        appointments.upsert(SALON, appointment(record, instant));
        return record;
    }
}
