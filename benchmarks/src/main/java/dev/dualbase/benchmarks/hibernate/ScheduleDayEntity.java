// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/** A working day as an entity. */
@Entity(name = "ScheduleDay")
@Table(name = "staff_schedules")
class ScheduleDayEntity {

    @Id
    @Nullable
    Long id;

    @Nullable
    Long yclientsStaffId;

    @Nullable
    String staffName;

    @Nullable
    LocalDate date;

    @Nullable
    Boolean isWorking;

    @Nullable
    LocalTime workStart;

    @Nullable
    LocalTime workEnd;

    @Nullable
    String workingHours;

    @Nullable
    LocalDateTime lastUpdated;

    @Nullable
    Boolean hasBookingSlots;

    @PartitionKey
    @Nullable
    Long companyId;
}
