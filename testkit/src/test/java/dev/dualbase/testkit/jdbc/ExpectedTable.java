// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DataType;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.CustomRecord;
import org.jooq.impl.CustomTable;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;

/** A table as code knows it, column by column. */
final class ExpectedTable extends CustomTable<ExpectedTable.Row> {
    private static final long serialVersionUID = 1L;

    private transient UniqueKey<ExpectedTable.Row> primary;
    private transient List<UniqueKey<ExpectedTable.Row>> uniques = List.of();

    ExpectedTable(String name) {
        super(DSL.name(name));
    }

    ExpectedTable(String schema, String name) {
        super(DSL.name(name), DSL.schema(DSL.name(schema)));
    }

    <T> ExpectedTable with(String column, DataType<T> type) {
        TableField<ExpectedTable.Row, T> added = createField(DSL.name(column), type);
        assertThat(added.getTable()).isSameAs(this);
        return this;
    }

    ExpectedTable primaryKey(String... columns) {
        primary = key("shop_pkey", columns);
        return this;
    }

    ExpectedTable unique(String name, String... columns) {
        uniques = List.of(key(name, columns));
        return this;
    }

    @SuppressWarnings("unchecked") // a field of this table
    private UniqueKey<ExpectedTable.Row> key(String name, String... columns) {
        TableField<ExpectedTable.Row, ?>[] fields =
                (TableField<ExpectedTable.Row, ?>[]) new TableField<?, ?>[columns.length];
        for (int i = 0; i < columns.length; i++) {
            fields[i] = (TableField<ExpectedTable.Row, ?>) field(columns[i]);
        }
        return Internal.createUniqueKey(this, DSL.name(name), fields, true);
    }

    @Override
    public Class<ExpectedTable.Row> getRecordType() {
        return ExpectedTable.Row.class;
    }

    @Override
    public UniqueKey<ExpectedTable.Row> getPrimaryKey() {
        return primary;
    }

    @Override
    public List<UniqueKey<ExpectedTable.Row>> getUniqueKeys() {
        return uniques;
    }

    /** A row of it. */
    public static final class Row extends CustomRecord<Row> {
        private static final long serialVersionUID = 1L;

        Row(ExpectedTable table) {
            super(table);
        }
    }
}
