// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.fields;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A salon. */
public class CompanyFields {

    @Nullable
    public Long id;

    @Nullable
    public Long companyId;

    @Nullable
    public Long yclientsId;

    @Nullable
    public String title;

    @Nullable
    public String address;

    @Nullable
    public String phone;

    @Nullable
    public String email;

    @Nullable
    public String website;

    @Nullable
    public String timezone;

    @Nullable
    public String workingHours;

    @Nullable
    public BigDecimal coordinateLat;

    @Nullable
    public BigDecimal coordinateLon;

    @Nullable
    public String currency;

    @Nullable
    public Boolean aiEnabled;

    @Nullable
    public Boolean syncEnabled;

    @Nullable
    public LocalDateTime createdAt;

    @Nullable
    public LocalDateTime updatedAt;

    @Nullable
    public LocalDateTime lastSyncAt;

    @Nullable
    public String rawData;

    @Nullable
    public Boolean whatsappEnabled;

    @Nullable
    public String whatsappConfig;

    @Nullable
    public Boolean whatsappConnected;

    @Nullable
    public String whatsappPhone;

    @Nullable
    public LocalDateTime whatsappConnectedAt;

    @Nullable
    public String integrationStatus;

    @Nullable
    public LocalDateTime connectedAt;

    @Nullable
    public String marketplaceUserId;

    @Nullable
    public String marketplaceUserName;

    @Nullable
    public String marketplaceUserPhone;

    @Nullable
    public String marketplaceUserEmail;

    @Nullable
    public String whatsappSessionData;

    @Nullable
    public String apiKey;

    @Nullable
    public String webhookSecret;

    @Nullable
    public LocalDateTime lastPaymentDate;

    @Nullable
    public OffsetDateTime subscriptionExpiresAt;

    @Nullable
    public Boolean whatsappChannelEnabled;

    @Nullable
    public Boolean smsChannelEnabled;

    public String @Nullable [] smsShortNames;

    @Nullable
    public OffsetDateTime disconnectedAt;

    @Nullable
    public String status;

    @Nullable
    public Boolean telegramEnabled;

    @Nullable
    public LocalDateTime telegramPremiumUntil;
}
