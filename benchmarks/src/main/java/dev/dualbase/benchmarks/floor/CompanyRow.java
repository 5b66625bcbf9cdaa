// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.floor;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A salon, read from a result by index. */
final class CompanyRow {

    long id;
    long companyId;

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

    @Nullable
    String rawData;

    @Nullable
    Boolean whatsappEnabled;

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

    CompanyRow(ResultSet row) throws SQLException {
        readSalon(row);
        readChannels(row);
    }

    private void readSalon(ResultSet row) throws SQLException {
        id = row.getLong(1);
        companyId = row.getLong(2);
        yclientsId = row.getObject(3, Long.class);
        title = row.getString(4);
        address = row.getString(5);
        phone = row.getString(6);
        email = row.getString(7);
        website = row.getString(8);
        timezone = row.getString(9);
        workingHours = row.getString(10);
        coordinateLat = row.getBigDecimal(11);
        coordinateLon = row.getBigDecimal(12);
        currency = row.getString(13);
        aiEnabled = row.getObject(14, Boolean.class);
        syncEnabled = row.getObject(15, Boolean.class);
        createdAt = row.getObject(16, LocalDateTime.class);
        updatedAt = row.getObject(17, LocalDateTime.class);
        lastSyncAt = row.getObject(18, LocalDateTime.class);
        rawData = row.getString(19);
        whatsappEnabled = row.getObject(20, Boolean.class);
    }

    private void readChannels(ResultSet row) throws SQLException {
        whatsappConfig = row.getString(21);
        whatsappConnected = row.getObject(22, Boolean.class);
        whatsappPhone = row.getString(23);
        whatsappConnectedAt = row.getObject(24, LocalDateTime.class);
        integrationStatus = row.getString(25);
        connectedAt = row.getObject(26, LocalDateTime.class);
        marketplaceUserId = row.getString(27);
        marketplaceUserName = row.getString(28);
        marketplaceUserPhone = row.getString(29);
        marketplaceUserEmail = row.getString(30);
        whatsappSessionData = row.getString(31);
        apiKey = row.getString(32);
        webhookSecret = row.getString(33);
        lastPaymentDate = row.getObject(34, LocalDateTime.class);
        subscriptionExpiresAt = row.getObject(35, OffsetDateTime.class);
        whatsappChannelEnabled = row.getObject(36, Boolean.class);
        smsChannelEnabled = row.getObject(37, Boolean.class);
        smsShortNames = ClientRow.texts(row, 38);
        disconnectedAt = row.getObject(39, OffsetDateTime.class);
        status = row.getString(40);
        telegramEnabled = row.getObject(41, Boolean.class);
        telegramPremiumUntil = row.getObject(42, LocalDateTime.class);
    }
}
