// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.springdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A client as an aggregate of Spring Data. */
@Table("clients")
@SuppressWarnings("ArrayRecordComponent")
record SpringClient(
        @Id long id,
        long yclientsId,
        @Nullable String name,
        String phone,
        @Nullable String rawPhone,
        @Nullable String email,
        @Nullable BigDecimal discount,
        long companyId,
        Long @Nullable [] branchIds,
        String @Nullable [] tags,
        @Nullable String status,
        @Nullable String source,
        @Nullable LocalDateTime createdAt,
        @Nullable LocalDateTime updatedAt,
        @Nullable Integer visitCount,
        @Nullable BigDecimal totalSpent,
        @Nullable LocalDate firstVisitDate,
        @Nullable LocalDate lastVisitDate,
        String @Nullable [] lastServices,
        @Nullable Json visitHistory,
        @Nullable Json preferences,
        @Nullable LocalDateTime lastSyncAt,
        @Nullable String loyaltyLevel,
        @Nullable String clientSegment,
        @Nullable BigDecimal averageBill,
        Long @Nullable [] lastServiceIds,
        Long @Nullable [] favoriteStaffIds,
        String @Nullable [] preferredTimeSlots,
        @Nullable Boolean blacklisted,
        @Nullable String notes,
        @Nullable Boolean createdByAi,
        @Nullable LocalDateTime lastAiInteraction,
        @Nullable Json aiContext,
        @Nullable Integer aiMessagesCount,
        @Nullable BigDecimal aiSatisfactionScore,
        @Nullable BigDecimal servicesAmount,
        @Nullable BigDecimal goodsAmount,
        @Nullable Json goodsPurchases,
        @Nullable Integer goodsCount) {}
