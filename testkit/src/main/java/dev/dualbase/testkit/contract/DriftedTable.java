// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import java.util.List;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** A table that was changed in the database after its class was written: no primary key, and differences of each kind. */
final class DriftedTable extends TableImpl<DriftedRecord> {
    static final DriftedTable DRIFTED = new DriftedTable();

    private static final long serialVersionUID = 1L;

    final TableField<DriftedRecord, Long> TENANT_ID =
            createField(DSL.name("tenant_id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<DriftedRecord, String> CODE =
            createField(DSL.name("code"), SQLDataType.VARCHAR(50).nullable(false), this);
    final TableField<DriftedRecord, Integer> VALUE = createField(DSL.name("value"), SQLDataType.INTEGER, this);
    final TableField<DriftedRecord, String> LOST = createField(DSL.name("lost"), SQLDataType.CLOB, this);

    final UniqueKey<DriftedRecord> BY_CODE =
            Internal.createUniqueKey(this, DSL.name("contract_drifted_code_key"), TENANT_ID, CODE);

    private DriftedTable() {
        super(DSL.name("contract_drifted"));
    }

    @Override
    public Class<DriftedRecord> getRecordType() {
        return DriftedRecord.class;
    }

    @Override
    public List<UniqueKey<DriftedRecord>> getUniqueKeys() {
        return List.of(BY_CODE);
    }
}
