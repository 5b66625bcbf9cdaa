// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import org.jooq.Identity;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** What {@link ChildTable} refers to. A trigger refuses names that start with "refuse". */
final class ParentTable extends TableImpl<ParentRecord> {
    static final ParentTable PARENT = new ParentTable("contract_parent");

    /** The same under a name that the database does not have. */
    static final ParentTable MISSING = new ParentTable("contract_missing");

    private static final long serialVersionUID = 1L;

    final TableField<ParentRecord, Long> TENANT_ID =
            createField(DSL.name("tenant_id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<ParentRecord, Long> ID =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
    final TableField<ParentRecord, String> NAME = createField(DSL.name("name"), SQLDataType.CLOB.nullable(false), this);

    final UniqueKey<ParentRecord> PRIMARY =
            Internal.createUniqueKey(this, DSL.name("contract_parent_pkey"), TENANT_ID, ID);

    private ParentTable(String name) {
        super(DSL.name(name));
    }

    @Override
    public Class<ParentRecord> getRecordType() {
        return ParentRecord.class;
    }

    @Override
    public Identity<ParentRecord, Long> getIdentity() {
        return Internal.createIdentity(this, ID);
    }

    @Override
    public UniqueKey<ParentRecord> getPrimaryKey() {
        return PRIMARY;
    }
}
