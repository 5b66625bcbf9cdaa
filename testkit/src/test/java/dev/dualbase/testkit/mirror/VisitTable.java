// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import java.math.BigDecimal;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** A table with a key of two columns, whose rows belong to guests. */
final class VisitTable extends TableImpl<VisitRecord> {
    static final VisitTable VISIT = new VisitTable();

    private static final long serialVersionUID = 1L;

    final TableField<VisitRecord, Long> GUEST_ID =
            createField(DSL.name("guest_id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<VisitRecord, BigDecimal> NUMBER =
            createField(DSL.name("number"), SQLDataType.NUMERIC.nullable(false), this);
    final TableField<VisitRecord, String> NOTE = createField(DSL.name("note"), SQLDataType.CLOB, this);

    final UniqueKey<VisitRecord> PRIMARY = Internal.createUniqueKey(this, DSL.name("visit_pkey"), GUEST_ID, NUMBER);

    private VisitTable() {
        super(DSL.name("visit"));
    }

    @Override
    public Class<VisitRecord> getRecordType() {
        return VisitRecord.class;
    }

    @Override
    public UniqueKey<VisitRecord> getPrimaryKey() {
        return PRIMARY;
    }

    static VisitRecord visit(long guest, String number, String note) {
        VisitRecord row = VISIT.newRecord();
        row.set(VISIT.GUEST_ID, guest);
        row.set(VISIT.NUMBER, new BigDecimal(number));
        row.set(VISIT.NOTE, note);
        return row;
    }
}
