// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** A table for hostile texts, and one of the same shape that nobody touches. */
final class InjectionTable extends TableImpl<Record> {
    static final InjectionTable TARGET = new InjectionTable("injection_target");
    static final InjectionTable CANARY = new InjectionTable("injection_canary");

    private static final long serialVersionUID = 1L;

    final TableField<Record, Long> ID = createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<Record, String> NAME = createField(DSL.name("name"), SQLDataType.CLOB.nullable(false), this);
    final TableField<Record, String[]> TAGS = createField(DSL.name("tags"), SQLDataType.CLOB.array(), this);
    final TableField<Record, JSONB> DATA = createField(DSL.name("data"), SQLDataType.JSONB, this);
    private final UniqueKey<Record> primary;

    private InjectionTable(String name) {
        super(DSL.name(name));
        primary = Internal.createUniqueKey(this, DSL.name(name + "_pkey"), ID);
    }

    static String script() {
        String columns = " (id bigint primary key, name text not null, tags text[], data jsonb);\n";
        return "create table injection_target" + columns + "create table injection_canary" + columns
                + "insert into injection_canary values (1, 'still here', '{a}', '{}');\n";
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return primary;
    }

    Record row(long id, HostileRow row) {
        return newRecord()
                .with(ID, id)
                .with(NAME, row.name())
                .with(TAGS, row.tags().toArray(String[]::new))
                .with(DATA, row.document());
    }
}
