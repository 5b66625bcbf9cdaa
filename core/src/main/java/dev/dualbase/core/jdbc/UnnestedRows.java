// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.UpsertBatch.Row;
import dev.dualbase.core.internal.cell.CellColumn;
import dev.dualbase.core.internal.cell.CellText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Rows as one array for each column. The text of a statement is the same for any number of them, so that driver and server keep
 * it prepared.
 */
final class UnnestedRows implements MergedRows {

    /** Of one array. The server takes 1 GB for all of them; long before that several statements are better than one. */
    private static final int MOST_BYTES = 1 << 26;

    private final List<CellColumn> columns;
    private final List<byte[]> arrays;

    private UnnestedRows(List<CellColumn> columns, List<byte[]> arrays) {
        this.columns = columns;
        this.arrays = arrays;
    }

    /** The rows, or empty if they are too large for one statement. */
    static <R extends Record> Optional<UnnestedRows> of(List<CellColumn> columns, List<Row<R>> rows) {
        List<byte[]> arrays = new ArrayList<>(columns.size());
        for (CellColumn column : columns) {
            CellText text = array(column, rows);
            if (text.isFull()) {
                return Optional.empty();
            }
            arrays.add(text.toBytes());
        }
        return Optional.of(new UnnestedRows(columns, arrays));
    }

    @Override
    public List<byte[]> parameters() {
        return arrays;
    }

    @Override
    public Select<?> select() {
        List<Field<?>> selected = new ArrayList<>(columns.size());
        List<QueryPart> parts = new ArrayList<>(columns.size());
        for (CellColumn column : columns) {
            int number = parts.size();
            // an array of arrays would be unnested to the last element
            QueryPart elementType = column.isArray() ? DSL.sql("text") : column.sqlType();
            parts.add(DSL.sql("convert_from({0}, 'UTF8')::{1}[]", DSL.val(arrays.get(number)), elementType));
            selected.add(
                    column.isArray()
                            ? DSL.field("given.c" + number + "::{0}", column.sqlType())
                            : DSL.field("given.c" + number));
        }
        return DSL.select(selected).from(from(parts));
    }

    private static <R extends Record> CellText array(CellColumn column, List<Row<R>> rows) {
        CellText text = CellText.forElements(rows.size(), MOST_BYTES);
        char before = '{';
        for (Row<R> row : rows) {
            text.raw(before);
            column.writeElement(row.record(), text);
            before = ',';
        }
        text.raw('}');
        return text;
    }

    private static Table<?> from(List<QueryPart> arrays) {
        StringBuilder parts = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < arrays.size(); i++) {
            String comma = i == 0 ? "" : ", ";
            parts.append(comma).append('{').append(i).append('}');
            names.append(comma).append('c').append(i);
        }
        return DSL.table("unnest(" + parts + ") as given(" + names + ")", arrays.toArray(QueryPart[]::new));
    }
}
