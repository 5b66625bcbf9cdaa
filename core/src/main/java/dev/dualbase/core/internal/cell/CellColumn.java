// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import dev.dualbase.core.internal.row.ColumnPlace;
import dev.dualbase.core.type.LocalDateBinding;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.ContextConverter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.IdentityConverter;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** A column whose values are written as text. Finding out how takes longer than writing one: keep it for many rows. */
public final class CellColumn {

    private static final Package JOOQ = IdentityConverter.class.getPackage();
    private static final Package OURS = LocalDateBinding.class.getPackage();

    private final Field<?> column;
    private final int place;
    private final CellType type;
    private final @Nullable BinaryType binary;
    private final @Nullable ContextConverter<?, Object> converter;

    private CellColumn(
            Field<?> column,
            int place,
            CellType type,
            @Nullable BinaryType binary,
            @Nullable ContextConverter<?, Object> converter) {
        this.column = column;
        this.place = place;
        this.type = type;
        this.binary = binary;
        this.converter = converter;
    }

    /** All of these columns, or empty if one of them has values that must go as parameters. */
    public static Optional<List<CellColumn>> all(Table<?> table, List<Field<?>> columns) {
        List<CellColumn> all = new ArrayList<>(columns.size());
        for (Field<?> column : columns) {
            Optional<CellColumn> cell = of(table, column);
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            all.add(cell.get());
        }
        return Optional.of(all);
    }

    @SuppressWarnings("unchecked") // values were checked against the type of their column
    private static Optional<CellColumn> of(Table<?> table, Field<?> column) {
        ContextConverter<?, ?> converter = column.getDataType().getConverter();
        Class<?> stored = converter.fromType();
        if (!isBoundAsUsual(column, stored)) {
            return Optional.empty();
        }
        boolean same = converter instanceof IdentityConverter;
        return CellType.of(stored)
                .map(type -> new CellColumn(
                        column,
                        ColumnPlace.among(table.fields(), column),
                        type,
                        BinaryType.of(stored),
                        same ? null : (ContextConverter<?, Object>) converter));
    }

    /**
     * Whether a parameter would be bound by jOOQ or by us, so that its text means the same. jOOQ's own binding of times shifts
     * some of them, and elements of arrays may have a converter of their own.
     */
    private static boolean isBoundAsUsual(Field<?> column, Class<?> stored) {
        Package binding = column.getBinding().getClass().getPackage();
        if (binding.equals(OURS)) {
            return true;
        }
        DataType<?> element = column.getDataType().getArrayComponentDataType();
        Class<?> scalar = stored.isArray() ? stored.getComponentType() : stored;
        return binding.equals(JOOQ)
                && !Temporal.class.isAssignableFrom(scalar)
                && (element == null || element.getConverter() instanceof IdentityConverter);
    }

    /** The type that the server reads the text as. */
    public QueryPart sqlType() {
        return type.sqlName();
    }

    /**
     * The type of a table's column that takes the text. It has the length of the column, which all values were found to fit into:
     * the server then assigns them to a column of that length without another look.
     */
    public QueryPart copiedType() {
        DataType<?> declared = column.getDataType();
        boolean bounded = converter == null
                && declared.length() > 0
                && declared.getSQLDataType() != null
                && declared.getSQLDataType().getTypeName().equals(SQLDataType.VARCHAR.getTypeName());
        return bounded ? DSL.sql("varchar(" + declared.length() + ")") : type.sqlName();
    }

    /** Whether it is an array. */
    public boolean isArray() {
        return type.isArray();
    }

    /** Whether its values can go in binary as well. */
    boolean hasBinary() {
        return binary != null;
    }

    /** Adds the value of a row in binary. */
    void writeBinary(Record row, CellBinary out) {
        @Nullable Object value = stored(row);
        if (value == null) {
            out.nullField();
        } else {
            out.field(Objects.requireNonNull(binary), value);
        }
    }

    /** Adds the value of a row as a field of a line of text. */
    void writeField(Record row, CellText out) {
        @Nullable Object value = stored(row);
        if (value == null) {
            out.raw("\\N");
        } else {
            type.writer().write(value, out);
        }
    }

    /** Adds the value of a row as an element of an array literal. */
    public void writeElement(Record row, CellText out) {
        @Nullable Object value = stored(row);
        if (value == null) {
            out.raw("NULL");
        } else if (type.isQuoted()) {
            out.raw('"');
            type.writer().write(value, out);
            out.raw('"');
        } else {
            type.writer().write(value, out);
        }
    }

    private @Nullable Object stored(Record row) {
        @Nullable Object value = row.get(ColumnPlace.in(row, column, place));
        return converter == null ? value : converter.to(value);
    }
}
