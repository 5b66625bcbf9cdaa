// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.floor;

import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.ClientSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

final class FloorWrites implements ClientWrites<ClientChange> {

    private final DataSource pool;

    FloorWrites(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public ClientChange prepare(ClientChange change) {
        return change;
    }

    @Override
    public ClientRow upsert(ClientChange row) {
        try (Connection connection = pool.getConnection()) {
            return upsert(connection, row);
        } catch (SQLException failure) {
            throw Failures.of(failure);
        }
    }

    @Override
    public ClientRow twoUpsertsAndRead(ClientChange first, ClientChange second, String phone) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                upsert(connection, first);
                upsert(connection, second);
                ClientRow read = Objects.requireNonNull(FloorReads.byPhone(connection, phone));
                connection.commit();
                return read;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException failure) {
            throw Failures.of(failure);
        }
    }

    private static ClientRow upsert(Connection connection, ClientChange row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ClientSql.UPSERT_RETURNING)) {
            bind(connection, statement, row);
            try (ResultSet stored = statement.executeQuery()) {
                if (!stored.next()) {
                    throw new IllegalStateException("The upsert returned no row");
                }
                return new ClientRow(stored);
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, ClientChange row) throws SQLException {
        statement.setLong(1, row.companyId());
        statement.setLong(2, row.yclientsId());
        statement.setString(3, row.name());
        statement.setString(4, row.phone());
        statement.setString(5, row.rawPhone());
        statement.setString(6, row.email());
        statement.setBigDecimal(7, row.discount());
        statement.setArray(8, connection.createArrayOf("int8", row.branchIds()));
        statement.setArray(9, connection.createArrayOf("text", row.tags()));
        statement.setString(10, row.status());
        statement.setString(11, row.source());
        statement.setObject(12, row.visitCount());
        statement.setBigDecimal(13, row.totalSpent());
        statement.setObject(14, row.lastVisitDate());
        statement.setString(15, row.visitHistory());
    }
}
