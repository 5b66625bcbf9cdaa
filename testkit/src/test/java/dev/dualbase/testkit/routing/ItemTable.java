// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.routing;

import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** Two tables alike, which {@link TwoSides} creates. */
final class ItemTable extends TableImpl<ItemRecord> {
    static final ItemTable ITEM = new ItemTable("item", ItemRecord.class);
    static final ItemTable OTHER = new ItemTable("other_item", ItemRecord.Other.class);

    private static final long serialVersionUID = 1L;

    final TableField<ItemRecord, Long> ID = createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<ItemRecord, Long> COMPANY_ID = createField(DSL.name("company_id"), SQLDataType.BIGINT, this);
    final TableField<ItemRecord, Long> PAIR = createField(DSL.name("pair"), SQLDataType.BIGINT, this);

    final UniqueKey<ItemRecord> PRIMARY = Internal.createUniqueKey(this, DSL.name(getName() + "_pkey"), ID);

    private final Class<? extends ItemRecord> recordType;

    private ItemTable(String name, Class<? extends ItemRecord> recordType) {
        super(DSL.name(name));
        this.recordType = recordType;
    }

    @Override
    public Class<? extends ItemRecord> getRecordType() {
        return recordType;
    }

    @Override
    public UniqueKey<ItemRecord> getPrimaryKey() {
        return PRIMARY;
    }

    /** A row of a company. */
    ItemRecord row(long id, long company) {
        ItemRecord row = newRecord();
        row.set(ID, id);
        row.set(COMPANY_ID, company);
        return row;
    }
}
