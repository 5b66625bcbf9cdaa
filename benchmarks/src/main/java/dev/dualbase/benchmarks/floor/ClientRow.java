// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.floor;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A client, read from a result by index. */
final class ClientRow {

    long id;
    long yclientsId;

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

    long companyId;
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

    ClientRow(ResultSet row) throws SQLException {
        readPerson(row);
        readHistory(row);
    }

    private void readPerson(ResultSet row) throws SQLException {
        id = row.getLong(1);
        yclientsId = row.getLong(2);
        name = row.getString(3);
        phone = row.getString(4);
        rawPhone = row.getString(5);
        email = row.getString(6);
        discount = row.getBigDecimal(7);
        companyId = row.getLong(8);
        branchIds = longs(row, 9);
        tags = texts(row, 10);
        status = row.getString(11);
        source = row.getString(12);
        createdAt = row.getObject(13, LocalDateTime.class);
        updatedAt = row.getObject(14, LocalDateTime.class);
        visitCount = row.getObject(15, Integer.class);
        totalSpent = row.getBigDecimal(16);
        firstVisitDate = row.getObject(17, LocalDate.class);
        lastVisitDate = row.getObject(18, LocalDate.class);
        lastServices = texts(row, 19);
        visitHistory = row.getString(20);
    }

    private void readHistory(ResultSet row) throws SQLException {
        preferences = row.getString(21);
        lastSyncAt = row.getObject(22, LocalDateTime.class);
        loyaltyLevel = row.getString(23);
        clientSegment = row.getString(24);
        averageBill = row.getBigDecimal(25);
        lastServiceIds = longs(row, 26);
        favoriteStaffIds = longs(row, 27);
        preferredTimeSlots = texts(row, 28);
        blacklisted = row.getObject(29, Boolean.class);
        notes = row.getString(30);
        createdByAi = row.getObject(31, Boolean.class);
        lastAiInteraction = row.getObject(32, LocalDateTime.class);
        aiContext = row.getString(33);
        aiMessagesCount = row.getObject(34, Integer.class);
        aiSatisfactionScore = row.getBigDecimal(35);
        servicesAmount = row.getBigDecimal(36);
        goodsAmount = row.getBigDecimal(37);
        goodsPurchases = row.getString(38);
        goodsCount = row.getObject(39, Integer.class);
    }

    static Long @Nullable [] longs(ResultSet row, int index) throws SQLException {
        Array array = row.getArray(index);
        return array == null ? null : (Long[]) array.getArray();
    }

    static String @Nullable [] texts(ResultSet row, int index) throws SQLException {
        Array array = row.getArray(index);
        return array == null ? null : (String[]) array.getArray();
    }
}
