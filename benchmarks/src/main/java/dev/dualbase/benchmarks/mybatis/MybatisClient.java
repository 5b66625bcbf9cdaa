// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.mybatis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A client whose fields MyBatis sets by the names of the columns. */
class MybatisClient {

    @Nullable
    Long id;

    @Nullable
    Long yclientsId;

    @Nullable
    String name;

    @Nullable
    String phone;

    @Nullable
    String rawPhone;

    @Nullable
    String email;

    @Nullable
    BigDecimal discount;

    @Nullable
    Long companyId;

    Long @Nullable [] branchIds;
    String @Nullable [] tags;

    @Nullable
    String status;

    @Nullable
    String source;

    @Nullable
    LocalDateTime createdAt;

    @Nullable
    LocalDateTime updatedAt;

    @Nullable
    Integer visitCount;

    @Nullable
    BigDecimal totalSpent;

    @Nullable
    LocalDate firstVisitDate;

    @Nullable
    LocalDate lastVisitDate;

    String @Nullable [] lastServices;

    @Nullable
    String visitHistory;

    @Nullable
    String preferences;

    @Nullable
    LocalDateTime lastSyncAt;

    @Nullable
    String loyaltyLevel;

    @Nullable
    String clientSegment;

    @Nullable
    BigDecimal averageBill;

    Long @Nullable [] lastServiceIds;
    Long @Nullable [] favoriteStaffIds;
    String @Nullable [] preferredTimeSlots;

    @Nullable
    Boolean blacklisted;

    @Nullable
    String notes;

    @Nullable
    Boolean createdByAi;

    @Nullable
    LocalDateTime lastAiInteraction;

    @Nullable
    String aiContext;

    @Nullable
    Integer aiMessagesCount;

    @Nullable
    BigDecimal aiSatisfactionScore;

    @Nullable
    BigDecimal servicesAmount;

    @Nullable
    BigDecimal goodsAmount;

    @Nullable
    String goodsPurchases;

    @Nullable
    Integer goodsCount;
}
