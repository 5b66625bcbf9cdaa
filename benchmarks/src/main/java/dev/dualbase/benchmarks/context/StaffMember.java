// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.context;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A person who works in a salon, all columns in the order of the table, JSON as text. */
@SuppressWarnings("ArrayRecordComponent")
public record StaffMember(
        long id,
        long yclientsId,
        long companyId,
        String name,
        @Nullable String specialization,
        @Nullable String position,
        @Nullable Boolean isActive,
        @Nullable Boolean isBookable,
        @Nullable BigDecimal rating,
        @Nullable Integer votesCount,
        @Nullable Integer commentsCount,
        @Nullable String avatarUrl,
        @Nullable String information,
        Long @Nullable [] serviceIds,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String telegram,
        @Nullable Integer experienceYears,
        @Nullable String levelName,
        @Nullable LocalDateTime createdAt,
        @Nullable LocalDateTime updatedAt,
        @Nullable LocalDateTime lastSyncAt,
        @Nullable String rawData,
        @Nullable String declensions) {}
