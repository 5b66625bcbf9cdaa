// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A client as PostgREST sends it. */
@SuppressWarnings("ArrayRecordComponent")
record RestClient(
        long id,
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
        @Nullable JsonNode visitHistory,
        @Nullable JsonNode preferences,
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
        @Nullable JsonNode aiContext,
        @Nullable Integer aiMessagesCount,
        @Nullable BigDecimal aiSatisfactionScore,
        @Nullable BigDecimal servicesAmount,
        @Nullable BigDecimal goodsAmount,
        @Nullable JsonNode goodsPurchases,
        @Nullable Integer goodsCount) {}
