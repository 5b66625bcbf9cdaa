// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import org.jooq.Identity;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** A table without tenants, where a case may reach every row. Cases that use it lock {@link #LOCK}. */
final class ScratchTable extends TableImpl<ScratchRecord> {
    static final ScratchTable SCRATCH = new ScratchTable();

    static final String LOCK = "contract_scratch";

    private static final long serialVersionUID = 1L;

    final TableField<ScratchRecord, Long> ID =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
    final TableField<ScratchRecord, String> VALUE = createField(
            DSL.name("value"), SQLDataType.CLOB.defaultValue(DSL.field(DSL.raw("'unset'"), SQLDataType.CLOB)), this);

    final UniqueKey<ScratchRecord> PRIMARY = Internal.createUniqueKey(this, DSL.name("contract_scratch_pkey"), ID);

    private ScratchTable() {
        super(DSL.name(LOCK));
    }

    @Override
    public Class<ScratchRecord> getRecordType() {
        return ScratchRecord.class;
    }

    @Override
    public Identity<ScratchRecord, Long> getIdentity() {
        return Internal.createIdentity(this, ID);
    }

    @Override
    public UniqueKey<ScratchRecord> getPrimaryKey() {
        return PRIMARY;
    }
}
