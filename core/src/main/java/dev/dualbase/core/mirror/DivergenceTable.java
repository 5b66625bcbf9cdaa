// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.type.OffsetDateTimeBinding;
import java.time.OffsetDateTime;
import org.jooq.Identity;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/** The rows that may differ on the other side, as the migration creates it. */
final class DivergenceTable extends TableImpl<DivergenceRecord> {

    static final DivergenceTable DIVERGENCE = new DivergenceTable();

    private static final long serialVersionUID = 1L;

    final TableField<DivergenceRecord, Long> ID =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
    final TableField<DivergenceRecord, String> TABLE_NAME =
            createField(DSL.name("table_name"), SQLDataType.CLOB.nullable(false), this);
    final TableField<DivergenceRecord, String[]> ROW_KEY =
            createField(DSL.name("row_key"), SQLDataType.CLOB.array().nullable(false), this);
    final TableField<DivergenceRecord, OffsetDateTime> SINCE = createField(
            DSL.name("since"),
            SQLDataType.TIMESTAMPWITHTIMEZONE(6).nullable(false),
            this,
            "",
            new OffsetDateTimeBinding());
    final TableField<DivergenceRecord, Integer> ATTEMPTS =
            createField(DSL.name("attempts"), SQLDataType.INTEGER.nullable(false), this);
    final TableField<DivergenceRecord, OffsetDateTime> RETRY_AT = createField(
            DSL.name("retry_at"), SQLDataType.TIMESTAMPWITHTIMEZONE(6), this, "", new OffsetDateTimeBinding());
    final TableField<DivergenceRecord, String> FAILURE = createField(DSL.name("failure"), SQLDataType.CLOB, this);

    private final UniqueKey<DivergenceRecord> primary =
            Internal.createUniqueKey(this, DSL.name("dualbase_divergence_pkey"), ID);

    private DivergenceTable() {
        super(DSL.name("dualbase_divergence"));
    }

    @Override
    public Class<DivergenceRecord> getRecordType() {
        return DivergenceRecord.class;
    }

    @Override
    public UniqueKey<DivergenceRecord> getPrimaryKey() {
        return primary;
    }

    @Override
    public @Nullable Identity<DivergenceRecord, Long> getIdentity() {
        return Internal.createIdentity(this, ID);
    }
}
