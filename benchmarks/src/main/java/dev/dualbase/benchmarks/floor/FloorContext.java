// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.floor;

import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.context.ContextSql;
import dev.dualbase.benchmarks.context.Dialog;
import dev.dualbase.benchmarks.context.MessageContext;
import dev.dualbase.benchmarks.context.ScheduleDay;
import dev.dualbase.benchmarks.data.Salons;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Ten statements on one connection. */
final class FloorContext implements ContextReads {

    private static final String SALON = ContextSql.positional(ContextSql.SALON);
    private static final String CLIENT = ContextSql.positional(ContextSql.CLIENT);
    private static final String DIALOG = ContextSql.positional(ContextSql.DIALOG);
    private static final String STAFF_NAMES = ContextSql.positional(ContextSql.STAFF_NAMES);
    private static final String SERVICE_TITLES = ContextSql.positional(ContextSql.SERVICE_TITLES);
    private static final String OFFER = ContextSql.positional(ContextSql.OFFER);
    private static final String ACTIVE_STAFF = ContextSql.positional(ContextSql.ACTIVE_STAFF);
    private static final String ACTIVE_NUMBERS = ContextSql.positional(ContextSql.ACTIVE_NUMBERS);
    private static final String SCHEDULE = ContextSql.positional(ContextSql.SCHEDULE);
    private static final String APPOINTMENTS = ContextSql.positional(ContextSql.APPOINTMENTS);

    private final DataSource pool;

    FloorContext(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public MessageContext load(String phone) {
        try (Connection connection = pool.getConnection()) {
            ClientRow client = client(connection, phone);
            return new MessageContext(
                    one(connection, SALON, CompanyRow::new),
                    client,
                    dialog(connection, phone),
                    names(connection, STAFF_NAMES, client.favoriteStaffIds),
                    names(connection, SERVICE_TITLES, client.lastServiceIds),
                    list(connection, OFFER, ContextRows::service),
                    list(connection, ACTIVE_STAFF, ContextRows::staffMember),
                    schedule(connection, list(connection, ACTIVE_NUMBERS, row -> row.getLong(1))),
                    appointments(connection, client.yclientsId));
        } catch (SQLException failure) {
            throw Failures.of(failure);
        }
    }

    private interface Mapping<T> {
        T map(ResultSet row) throws SQLException;
    }

    private static ClientRow client(Connection connection, String phone) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLIENT)) {
            statement.setLong(1, Salons.MAIN);
            statement.setString(2, "+" + phone);
            statement.setString(3, phone);
            return first(statement, ClientRow::new);
        }
    }

    private static Dialog dialog(Connection connection, String phone) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DIALOG)) {
            statement.setLong(1, Salons.MAIN);
            statement.setString(2, phone);
            return first(statement, ContextRows::dialog);
        }
    }

    private static Map<Long, String> names(Connection connection, String sql, Long @Nullable [] numbers)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, Salons.MAIN);
            statement.setArray(2, connection.createArrayOf("int8", numbers));
            try (ResultSet row = statement.executeQuery()) {
                Map<Long, String> names = new HashMap<>();
                while (row.next()) {
                    names.put(row.getLong(1), row.getString(2));
                }
                return names;
            }
        }
    }

    private static List<ScheduleDay> schedule(Connection connection, List<Long> staff) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SCHEDULE)) {
            statement.setLong(1, Salons.MAIN);
            statement.setArray(2, connection.createArrayOf("int8", staff.toArray()));
            statement.setObject(3, MessageContext.FIRST_DAY);
            statement.setObject(4, MessageContext.LAST_DAY);
            return all(statement, ContextRows::scheduleDay);
        }
    }

    private static long appointments(Connection connection, long client) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPOINTMENTS)) {
            statement.setLong(1, Salons.MAIN);
            statement.setLong(2, client);
            return first(statement, row -> row.getLong(1));
        }
    }

    private static <T> T one(Connection connection, String sql, Mapping<T> mapping) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, Salons.MAIN);
            return first(statement, mapping);
        }
    }

    private static <T> List<T> list(Connection connection, String sql, Mapping<T> mapping) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, Salons.MAIN);
            return all(statement, mapping);
        }
    }

    private static <T> T first(PreparedStatement statement, Mapping<T> mapping) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("A row of the message's context is missing");
            }
            return mapping.map(row);
        }
    }

    private static <T> List<T> all(PreparedStatement statement, Mapping<T> mapping) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(mapping.map(row));
            }
            return rows;
        }
    }
}
