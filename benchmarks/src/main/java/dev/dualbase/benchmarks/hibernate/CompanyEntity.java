// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A salon as an entity. */
@Entity(name = "Company")
@Table(name = "companies")
class CompanyEntity {

    @Id
    @Nullable
    Long id;

    @Nullable
    Long companyId;

    @Nullable
    Long yclientsId;

    @Nullable
    String title;

    @Nullable
    String address;

    @Nullable
    String phone;

    @Nullable
    String email;

    @Nullable
    String website;

    @Nullable
    String timezone;

    @Nullable
    String workingHours;

    @Nullable
    BigDecimal coordinateLat;

    @Nullable
    BigDecimal coordinateLon;

    @Nullable
    String currency;

    @Nullable
    Boolean aiEnabled;

    @Nullable
    Boolean syncEnabled;

    @Nullable
    LocalDateTime createdAt;

    @Nullable
    LocalDateTime updatedAt;

    @Nullable
    LocalDateTime lastSyncAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String rawData;

    @Nullable
    Boolean whatsappEnabled;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String whatsappConfig;

    @Nullable
    Boolean whatsappConnected;

    @Nullable
    String whatsappPhone;

    @Nullable
    LocalDateTime whatsappConnectedAt;

    @Nullable
    String integrationStatus;

    @Nullable
    LocalDateTime connectedAt;

    @Nullable
    String marketplaceUserId;

    @Nullable
    String marketplaceUserName;

    @Nullable
    String marketplaceUserPhone;

    @Nullable
    String marketplaceUserEmail;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String whatsappSessionData;

    @Nullable
    String apiKey;

    @Nullable
    String webhookSecret;

    @Nullable
    LocalDateTime lastPaymentDate;

    @Nullable
    OffsetDateTime subscriptionExpiresAt;

    @Nullable
    Boolean whatsappChannelEnabled;

    @Nullable
    Boolean smsChannelEnabled;

    String @Nullable [] smsShortNames;

    @Nullable
    OffsetDateTime disconnectedAt;

    @Nullable
    String status;

    @Nullable
    Boolean telegramEnabled;

    @Nullable
    LocalDateTime telegramPremiumUntil;
}
