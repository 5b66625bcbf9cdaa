// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.floor;

import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.ClientSql;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** COPY into a temporary table, and one statement that merges it. */
final class FloorBulk implements BulkUpsert<ClientChange> {

    private static final String COLUMNS = ClientSql.CHANGED;
    private static final String TEMPORARY =
            "create temporary table import on commit drop as select " + COLUMNS + " from clients with no data";
    private static final String COPY = "copy import from stdin";
    private static final String MERGE =
            ClientSql.INSERT + " select " + COLUMNS + " from import" + ClientSql.ON_CONFLICT;
    private static final int BUFFER = 1 << 16;

    private final DataSource pool;

    FloorBulk(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public ClientChange prepare(ClientChange change) {
        return change;
    }

    @Override
    public void upsert(List<ClientChange> rows) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(TEMPORARY);
                copy(connection.unwrap(PGConnection.class), rows);
                statement.execute(MERGE);
                connection.commit();
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException failure) {
            throw Failures.of(failure);
        }
    }

    private static void copy(PGConnection connection, List<ClientChange> rows) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn(COPY);
        CopyText text = new CopyText();
        for (ClientChange row : rows) {
            text.row(row);
            if (text.length() >= BUFFER) {
                send(copy, text);
            }
        }
        send(copy, text);
        copy.endCopy();
    }

    private static void send(CopyIn copy, CopyText text) throws SQLException {
        byte[] bytes = text.take().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
    }
}
