// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.floor;

import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.data.ClientSql;
import dev.dualbase.benchmarks.data.Salons;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

final class FloorReads implements ClientReads {

    private final DataSource pool;

    FloorReads(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public @Nullable ClientRow byPhone(String phone) {
        try (Connection connection = pool.getConnection()) {
            return byPhone(connection, phone);
        } catch (SQLException failure) {
            throw Failures.of(failure);
        }
    }

    static @Nullable ClientRow byPhone(Connection connection, String phone) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ClientSql.BY_PHONE)) {
            statement.setLong(1, Salons.MAIN);
            statement.setString(2, phone);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new ClientRow(row) : null;
            }
        }
    }

    @Override
    public List<ClientRow> page(LocalDate lastVisit) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(ClientSql.PAGE)) {
            statement.setLong(1, Salons.MAIN);
            statement.setObject(2, lastVisit);
            try (ResultSet row = statement.executeQuery()) {
                List<ClientRow> page = new ArrayList<>(100);
                while (row.next()) {
                    page.add(new ClientRow(row));
                }
                return page;
            }
        } catch (SQLException failure) {
            throw Failures.of(failure);
        }
    }
}
