// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** The table that things refer to. */
final class OwnerTable extends TableImpl<Record> {
    static final OwnerTable OWNER = new OwnerTable();

    private static final long serialVersionUID = 1L;

    final TableField<Record, Long> ID = createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);

    private OwnerTable() {
        super(DSL.name("owner"));
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Internal.createUniqueKey(this, DSL.name("owner_pkey"), ID);
    }
}
