// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.fields;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A client. */
public class ClientFields {

    @Nullable
    public Long id;

    @Nullable
    public Long yclientsId;

    @Nullable
    public String name;

    @Nullable
    public String phone;

    @Nullable
    public String rawPhone;

    @Nullable
    public String email;

    @Nullable
    public BigDecimal discount;

    @Nullable
    public Long companyId;

    public Long @Nullable [] branchIds;

    public String @Nullable [] tags;

    @Nullable
    public String status;

    @Nullable
    public String source;

    @Nullable
    public LocalDateTime createdAt;

    @Nullable
    public LocalDateTime updatedAt;

    @Nullable
    public Integer visitCount;

    @Nullable
    public BigDecimal totalSpent;

    @Nullable
    public LocalDate firstVisitDate;

    @Nullable
    public LocalDate lastVisitDate;

    public String @Nullable [] lastServices;

    @Nullable
    public String visitHistory;

    @Nullable
    public String preferences;

    @Nullable
    public LocalDateTime lastSyncAt;

    @Nullable
    public String loyaltyLevel;

    @Nullable
    public String clientSegment;

    @Nullable
    public BigDecimal averageBill;

    public Long @Nullable [] lastServiceIds;

    public Long @Nullable [] favoriteStaffIds;

    public String @Nullable [] preferredTimeSlots;

    @Nullable
    public Boolean blacklisted;

    @Nullable
    public String notes;

    @Nullable
    public Boolean createdByAi;

    @Nullable
    public LocalDateTime lastAiInteraction;

    @Nullable
    public String aiContext;

    @Nullable
    public Integer aiMessagesCount;

    @Nullable
    public BigDecimal aiSatisfactionScore;

    @Nullable
    public BigDecimal servicesAmount;

    @Nullable
    public BigDecimal goodsAmount;

    @Nullable
    public String goodsPurchases;

    @Nullable
    public Integer goodsCount;
}
