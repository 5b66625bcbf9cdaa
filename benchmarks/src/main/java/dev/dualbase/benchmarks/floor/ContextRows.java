// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.floor;

import dev.dualbase.benchmarks.context.Dialog;
import dev.dualbase.benchmarks.context.ScheduleDay;
import dev.dualbase.benchmarks.context.Service;
import dev.dualbase.benchmarks.context.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/** Rows of a salon, read from a result by index. */
final class ContextRows {

    private ContextRows() {}

    static Service service(ResultSet row) throws SQLException {
        return new Service(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getObject(5, Long.class),
                row.getString(6),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getObject(10, Integer.class),
                row.getObject(11, Integer.class),
                row.getObject(12, Boolean.class),
                row.getObject(13, Boolean.class),
                row.getString(14),
                row.getObject(15, Integer.class),
                row.getObject(16, LocalDateTime.class),
                row.getObject(17, LocalDateTime.class),
                row.getObject(18, LocalDateTime.class),
                row.getString(19),
                row.getString(20),
                row.getString(21));
    }

    static StaffMember staffMember(ResultSet row) throws SQLException {
        return new StaffMember(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, Boolean.class),
                row.getObject(8, Boolean.class),
                row.getBigDecimal(9),
                row.getObject(10, Integer.class),
                row.getObject(11, Integer.class),
                row.getString(12),
                row.getString(13),
                ClientRow.longs(row, 14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getObject(18, Integer.class),
                row.getString(19),
                row.getObject(20, LocalDateTime.class),
                row.getObject(21, LocalDateTime.class),
                row.getObject(22, LocalDateTime.class),
                row.getString(23),
                row.getString(24));
    }

    static ScheduleDay scheduleDay(ResultSet row) throws SQLException {
        return new ScheduleDay(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, Boolean.class),
                row.getObject(6, LocalTime.class),
                row.getObject(7, LocalTime.class),
                row.getString(8),
                row.getObject(9, LocalDateTime.class),
                row.getObject(10, Boolean.class),
                row.getLong(11));
    }

    static Dialog dialog(ResultSet row) throws SQLException {
        return new Dialog(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDateTime.class),
                row.getObject(7, LocalDateTime.class),
                row.getObject(8, Long.class),
                row.getObject(9, LocalDateTime.class),
                row.getInt(10),
                row.getObject(11, UUID.class),
                row.getString(12),
                row.getString(13),
                row.getLong(14),
                row.getString(15));
    }
}
