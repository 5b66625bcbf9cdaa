// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.repositories.id.StaffId;
import dev.dualbase.repositories.schema.StaffSchedulesRecord;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SalonTest
class StaffScheduleRepositoryTest {

    private static final StaffId ONE = StaffId.of(1);
    private static final StaffId TWO = StaffId.of(2);
    private static final LocalDate MONDAY = LocalDate.of(2025, 12, 1);
    private static final LocalDate SUNDAY = MONDAY.plusDays(6);

    private final StaffScheduleRepository schedules;
    private final PlainSql sql;

    StaffScheduleRepositoryTest(Backend backend, DataSource plain) {
        this.schedules = new StaffScheduleRepository(backend);
        this.sql = new PlainSql(plain);
    }

    /** Acceptance scenario 17. */
    @Test
    void scenario17ARangeOfDaysIncludesItsLast() {
        store(day(1, SUNDAY), day(1, MONDAY), day(1, MONDAY.minusDays(1)), day(1, SUNDAY.plusDays(1)));
        assertThat(dates(schedules.find(SALON, ScheduleQuery.between(MONDAY, SUNDAY))))
                .containsExactly(MONDAY, SUNDAY);
        assertThat(dates(schedules.workingDays(SALON, ONE, MONDAY, SUNDAY))).containsExactly(MONDAY, SUNDAY);
    }

    @Test
    void aQueryNamesOnlyWhatMatters() {
        store(day(1, MONDAY), day(2, MONDAY), off(day(2, SUNDAY)));
        assertThat(schedules.find(SALON, ScheduleQuery.all())).hasSize(3);
        assertThat(schedules.find(SALON, ScheduleQuery.all().ofStaff(List.of(TWO))))
                .hasSize(2);
        assertThat(schedules.find(SALON, ScheduleQuery.all().startingOn(SUNDAY)))
                .hasSize(1);
        assertThat(schedules.find(SALON, ScheduleQuery.all().endingOn(MONDAY).ofStaff(List.of(ONE, TWO))))
                .hasSize(2);
    }

    @Test
    void aDayThatDoesNotSayIsADayOfWork() throws Exception {
        store(day(1, MONDAY), day(2, MONDAY), off(day(3, MONDAY)));
        sql.execute("UPDATE staff_schedules SET is_working = NULL WHERE yclients_staff_id = 2");
        assertThat(schedules.find(SALON, ScheduleQuery.all().working(true))).hasSize(2);
        assertThat(schedules.find(SALON, ScheduleQuery.all().working(false))).hasSize(1);
    }

    @Test
    void ofNoStaffThereIsNoDay() {
        store(day(1, MONDAY));
        assertThat(schedules.find(SALON, ScheduleQuery.all().ofStaff(List.of())))
                .isEmpty();
    }

    @Test
    void aNullAmongTheStaffIsRefused() {
        ScheduleQuery query = ScheduleQuery.all().ofStaff(Arrays.asList(ONE, null));
        assertThatThrownBy(() -> schedules.find(SALON, query)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aDayIsFoundByPersonAndDate() {
        store(day(1, MONDAY), day(2, MONDAY), day(1, SUNDAY));
        assertThat(schedules.findOne(SALON, ONE, MONDAY)).isPresent();
        assertThat(schedules.findOne(SALON, TWO, SUNDAY)).isEmpty();
        assertThat(schedules.findByDate(SALON, MONDAY)).hasSize(2);
    }

    @Test
    void aWorkingDayHasAFreeSlot() {
        StaffSchedulesRecord full = day(1, SUNDAY);
        full.setHasBookingSlots(false);
        store(day(1, MONDAY), off(day(1, MONDAY.plusDays(1))), full);
        assertThat(dates(schedules.workingDays(SALON, ONE, MONDAY, SUNDAY))).containsExactly(MONDAY);
    }

    /** Acceptance scenario 16. */
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Moscow", "America/Los_Angeles", "Pacific/Kiritimati"})
    @ResourceLock(Resources.TIME_ZONE)
    void scenario16ADateIsTheSameDayInAnyZoneOfTheJvm(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            store(day(1, MONDAY));
            assertThat(schedules.findOne(SALON, ONE, MONDAY))
                    .map(StaffSchedulesRecord::getDate)
                    .hasValue(MONDAY);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void anUpsertIsByPersonAndDayAndKeepsWhatItDoesNotCarry() {
        StaffSchedulesRecord hours = day(1, MONDAY);
        hours.setWorkStart(LocalTime.of(10, 0));
        StaffSchedulesRecord before = schedules.upsert(SALON, hours);
        StaffSchedulesRecord after = schedules.upsert(SALON, off(day(1, MONDAY)));
        assertThat(after.getId()).isEqualTo(before.getId());
        assertThat(after.getWorkStart()).isEqualTo(LocalTime.of(10, 0));
        assertThat(after.getLastUpdated()).isAfter(before.getLastUpdated());
    }

    @Test
    void deletingOldDaysKeepsTheDayGiven() {
        store(day(1, MONDAY.minusDays(2)), day(1, MONDAY.minusDays(1)), day(1, MONDAY));
        assertThat(schedules.deleteOlderThan(SALON, MONDAY)).isEqualTo(2);
        assertThat(dates(schedules.find(SALON, ScheduleQuery.all()))).containsExactly(MONDAY);
    }

    private void store(StaffSchedulesRecord... rows) {
        schedules.bulkUpsert(SALON, List.of(rows), BulkOptions.atomic());
    }

    private static StaffSchedulesRecord off(StaffSchedulesRecord row) {
        row.setIsWorking(false);
        return row;
    }

    private static List<LocalDate> dates(List<StaffSchedulesRecord> rows) {
        return rows.stream().map(StaffSchedulesRecord::getDate).toList();
    }
}
