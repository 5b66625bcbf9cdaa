// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.floor;

import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.benchmarks.data.ClientSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A cursor, 500 rows at a time. */
final class FloorStream implements ClientStream {

    private static final int FETCH_SIZE = 500;

    private final DataSource pool;

    FloorStream(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public long sumOfNumbers(long salon) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            long sum = sum(connection, salon);
            connection.commit();
            return sum;
        } catch (SQLException failure) {
            throw Failures.of(failure);
        }
    }

    private static long sum(Connection connection, long salon) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ClientSql.ALL)) {
            statement.setFetchSize(FETCH_SIZE);
            statement.setLong(1, salon);
            long sum = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sum += new ClientRow(row).yclientsId;
                }
            }
            return sum;
        }
    }
}
