// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.fields;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A working day. */
public class ScheduleDayFields {

    @Nullable
    public Long id;

    @Nullable
    public Long yclientsStaffId;

    @Nullable
    public String staffName;

    @Nullable
    public LocalDate date;

    @Nullable
    public Boolean isWorking;

    @Nullable
    public LocalTime workStart;

    @Nullable
    public LocalTime workEnd;

    @Nullable
    public String workingHours;

    @Nullable
    public LocalDateTime lastUpdated;

    @Nullable
    public Boolean hasBookingSlots;

    @Nullable
    public Long companyId;
}
