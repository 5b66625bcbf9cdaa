// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jooq.Identity;
import org.jooq.JSON;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** One column of each type that {@link ItemTable} has not. */
final class SampleTable extends TableImpl<SampleRecord> {
    static final SampleTable SAMPLE = new SampleTable();

    private static final long serialVersionUID = 1L;

    final TableField<SampleRecord, Long> TENANT_ID =
            createField(DSL.name("tenant_id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<SampleRecord, Long> ID =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
    final TableField<SampleRecord, String> CODE =
            createField(DSL.name("code"), SQLDataType.VARCHAR(20).nullable(false), this);
    final TableField<SampleRecord, BigDecimal> EXACT = createField(DSL.name("exact"), SQLDataType.NUMERIC, this);
    final TableField<SampleRecord, Float> SINGLE = createField(DSL.name("single"), SQLDataType.REAL, this);
    final TableField<SampleRecord, String> PADDED = createField(DSL.name("padded"), SQLDataType.CHAR(4), this);
    final TableField<SampleRecord, SampleMood> MOOD =
            createField(DSL.name("mood"), SQLDataType.VARCHAR.asEnumDataType(SampleMood.class), this);
    final TableField<SampleRecord, byte[]> RAW = createField(DSL.name("raw"), SQLDataType.BLOB, this);
    final TableField<SampleRecord, String> NICK = createField(DSL.name("nick"), SQLDataType.VARCHAR(5), this);
    final TableField<SampleRecord, JSON> DOCUMENT = createField(DSL.name("document"), SQLDataType.JSON, this);
    final TableField<SampleRecord, Boolean[]> FLAGS = createField(DSL.name("flags"), SQLDataType.BOOLEAN.array(), this);
    final TableField<SampleRecord, UUID[]> IDS = createField(DSL.name("ids"), SQLDataType.UUID.array(), this);
    final TableField<SampleRecord, BigDecimal[]> AMOUNTS =
            createField(DSL.name("amounts"), SQLDataType.NUMERIC(10, 2).array(), this);
    final TableField<SampleRecord, Integer[]> RANKS = createField(DSL.name("ranks"), SQLDataType.INTEGER.array(), this);

    final UniqueKey<SampleRecord> PRIMARY =
            Internal.createUniqueKey(this, DSL.name("contract_sample_pkey"), TENANT_ID, ID);
    final UniqueKey<SampleRecord> BY_CODE =
            Internal.createUniqueKey(this, DSL.name("contract_sample_code_key"), TENANT_ID, CODE);

    private SampleTable() {
        super(DSL.name("contract_sample"));
    }

    @Override
    public Class<SampleRecord> getRecordType() {
        return SampleRecord.class;
    }

    @Override
    public Identity<SampleRecord, Long> getIdentity() {
        return Internal.createIdentity(this, ID);
    }

    @Override
    public UniqueKey<SampleRecord> getPrimaryKey() {
        return PRIMARY;
    }

    @Override
    public List<UniqueKey<SampleRecord>> getUniqueKeys() {
        return List.of(BY_CODE);
    }
}
