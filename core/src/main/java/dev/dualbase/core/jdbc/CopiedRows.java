// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.UpsertBatch.Row;
import dev.dualbase.core.internal.cell.CellBuffer;
import dev.dualbase.core.internal.cell.CellColumn;
import dev.dualbase.core.internal.cell.CopyLines;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.SQL;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in a temporary table of the transaction, brought there by COPY. */
final class CopiedRows implements MergedRows {

    /** In the one schema where nobody else's table can be. */
    private static final String NAME = "pg_temp.dualbase_bulk";

    private static final int CHUNK_BYTES = 1 << 16;

    private final List<CellColumn> columns;

    CopiedRows(List<CellColumn> columns) {
        this.columns = columns;
    }

    /**
     * The table, in place of one that an earlier statement of the transaction left. Its columns have the types of parameters and
     * not those of the target, so that what is assigned to a column is what a parameter would be.
     */
    void createTable(DSLContext sql) {
        String parts = IntStream.range(0, columns.size())
                .mapToObj(i -> "c" + i + " {" + i + "}")
                .collect(Collectors.joining(", "));
        SQL create = DSL.sql(
                "drop table if exists " + NAME + "; create temporary table dualbase_bulk (" + parts
                        + ") on commit drop",
                columns.stream().map(CellColumn::copiedType).toArray(QueryPart[]::new));
        run(sql, sql.render(create));
    }

    private static void run(DSLContext sql, String script) {
        sql.connection(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(script);
            }
        });
    }

    /** Fills the table. */
    <R extends Record> void send(DSLContext sql, List<Row<R>> rows) {
        sql.connection(connection -> send(connection, rows));
    }

    private <R extends Record> void send(Connection connection, List<Row<R>> rows) throws SQLException {
        CopyLines lines = CopyLines.of(columns, rows.size());
        String command = "copy " + NAME + " from stdin with (" + lines.options() + ")";
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
        try {
            for (Row<R> row : rows) {
                lines.add(row.record());
                if (lines.buffer().length() >= CHUNK_BYTES) {
                    send(copy, lines.buffer());
                }
            }
            lines.end();
            send(copy, lines.buffer());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, CellBuffer lines) throws SQLException {
        copy.writeToCopy(lines.bytes(), 0, lines.length());
        lines.clear();
    }

    @Override
    public List<byte[]> parameters() {
        return List.of();
    }

    @Override
    public Select<?> select() {
        return DSL.select(IntStream.range(0, columns.size())
                        .mapToObj(i -> DSL.field("given.c" + i))
                        .toList())
                .from(DSL.table(NAME + " as given"));
    }
}
