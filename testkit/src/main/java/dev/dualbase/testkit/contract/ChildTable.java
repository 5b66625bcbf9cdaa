// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import org.jooq.Identity;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** Refers to {@link ParentTable} twice, the second time checked at the end of the transaction. */
final class ChildTable extends TableImpl<ChildRecord> {
    static final ChildTable CHILD = new ChildTable();

    private static final long serialVersionUID = 1L;

    final TableField<ChildRecord, Long> TENANT_ID =
            createField(DSL.name("tenant_id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<ChildRecord, Long> ID =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
    final TableField<ChildRecord, Long> PARENT_ID =
            createField(DSL.name("parent_id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<ChildRecord, Long> GUARDIAN_ID = createField(DSL.name("guardian_id"), SQLDataType.BIGINT, this);
    final TableField<ChildRecord, String> LABEL = createField(DSL.name("label"), SQLDataType.CLOB, this);

    final UniqueKey<ChildRecord> PRIMARY =
            Internal.createUniqueKey(this, DSL.name("contract_child_pkey"), TENANT_ID, ID);

    private ChildTable() {
        super(DSL.name("contract_child"));
    }

    @Override
    public Class<ChildRecord> getRecordType() {
        return ChildRecord.class;
    }

    @Override
    public Identity<ChildRecord, Long> getIdentity() {
        return Internal.createIdentity(this, ID);
    }

    @Override
    public UniqueKey<ChildRecord> getPrimaryKey() {
        return PRIMARY;
    }
}
