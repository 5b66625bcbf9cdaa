// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.context;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A working day, all columns in the order of the table, JSON as text. */
public record ScheduleDay(
        long id,
        long yclientsStaffId,
        @Nullable String staffName,
        LocalDate date,
        @Nullable Boolean isWorking,
        @Nullable LocalTime workStart,
        @Nullable LocalTime workEnd,
        @Nullable String workingHours,
        @Nullable LocalDateTime lastUpdated,
        @Nullable Boolean hasBookingSlots,
        long companyId) {}
