// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A client as an entity. */
@Entity(name = "Client")
@Table(name = "clients")
class ClientEntity {

    @Id
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

    @PartitionKey
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

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String visitHistory;

    @JdbcTypeCode(SqlTypes.JSON)
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

    @JdbcTypeCode(SqlTypes.JSON)
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

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String goodsPurchases;

    @Nullable
    Integer goodsCount;
}
