// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.type.LocalDateBinding;
import dev.dualbase.core.type.LocalDateTimeBinding;
import dev.dualbase.core.type.LocalTimeBinding;
import dev.dualbase.core.type.OffsetDateTimeBinding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Identity;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** One column of each type that matters, some with odd names, written as jOOQ's generator would. */
final class OddTable extends TableImpl<OddRecord> {

    static final OddTable ODD = new OddTable();

    private static final long serialVersionUID = 1L;

    final TableField<OddRecord, Long> ID =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
    final TableField<OddRecord, String> NAME = createField(DSL.name("we\"ird.na me"), SQLDataType.CLOB, this);
    final TableField<OddRecord, String> CODE = createField(DSL.name("code"), SQLDataType.VARCHAR(5), this);
    final TableField<OddRecord, String> PADDED = createField(DSL.name("padded"), SQLDataType.CHAR(4), this);
    final TableField<OddRecord, BigDecimal> AMOUNT = createField(DSL.name("amount"), SQLDataType.NUMERIC(6, 2), this);
    final TableField<OddRecord, BigDecimal> EXACT = createField(DSL.name("exact"), SQLDataType.NUMERIC, this);
    final TableField<OddRecord, Short> SMALL = createField(DSL.name("small"), SQLDataType.SMALLINT, this);
    final TableField<OddRecord, Double> RATIO = createField(DSL.name("ratio"), SQLDataType.DOUBLE, this);
    final TableField<OddRecord, Boolean> FLAG = createField(DSL.name("flag"), SQLDataType.BOOLEAN, this);
    final TableField<OddRecord, String[]> TAGS = createField(DSL.name("tags"), SQLDataType.CLOB.array(), this);
    final TableField<OddRecord, Long[]> NUMBERS = createField(DSL.name("numbers"), SQLDataType.BIGINT.array(), this);
    final TableField<OddRecord, JSONB> DATA = createField(DSL.name("data"), SQLDataType.JSONB, this);
    final TableField<OddRecord, LocalDate> DAY =
            createField(DSL.name("day"), SQLDataType.LOCALDATE, this, "", new LocalDateBinding());
    final TableField<OddRecord, LocalDateTime> WALL =
            createField(DSL.name("wall"), SQLDataType.LOCALDATETIME(6), this, "", new LocalDateTimeBinding());
    final TableField<OddRecord, OffsetDateTime> INSTANT = createField(
            DSL.name("instant"), SQLDataType.TIMESTAMPWITHTIMEZONE(6), this, "", new OffsetDateTimeBinding());
    final TableField<OddRecord, LocalTime> CLOCK =
            createField(DSL.name("clock"), SQLDataType.LOCALTIME(6), this, "", new LocalTimeBinding());
    final TableField<OddRecord, UUID> UID = createField(DSL.name("uid"), SQLDataType.UUID, this);
    final TableField<OddRecord, byte[]> RAW = createField(DSL.name("raw"), SQLDataType.BLOB, this);
    final TableField<OddRecord, Mood> FEELING =
            createField(DSL.name("feeling"), SQLDataType.VARCHAR.asEnumDataType(Mood.class), this);
    final TableField<OddRecord, String> ALIAS = createField(DSL.name("alias"), SQLDataType.VARCHAR(5), this);
    final TableField<OddRecord, String[]> ALIASES =
            createField(DSL.name("aliases"), SQLDataType.VARCHAR(5).array(), this);
    final TableField<OddRecord, String> SELECT = createField(
            DSL.name("select"), SQLDataType.CLOB.defaultValue(DSL.field(DSL.raw("'filled'"), SQLDataType.CLOB)), this);

    final UniqueKey<OddRecord> PRIMARY = Internal.createUniqueKey(this, DSL.name("odd_pkey"), ID);
    final UniqueKey<OddRecord> BY_CODE = Internal.createUniqueKey(this, DSL.name("odd_code_key"), CODE);

    private OddTable() {
        super(DSL.name("odd \"table\".x, y"));
    }

    @Override
    public Class<OddRecord> getRecordType() {
        return OddRecord.class;
    }

    @Override
    public Identity<OddRecord, Long> getIdentity() {
        return Internal.createIdentity(this, ID);
    }

    @Override
    public UniqueKey<OddRecord> getPrimaryKey() {
        return PRIMARY;
    }

    @Override
    public List<UniqueKey<OddRecord>> getUniqueKeys() {
        return List.of(BY_CODE);
    }

    /** A row that sets its id. */
    static OddRecord odd(long id) {
        OddRecord row = ODD.newRecord();
        row.set(ODD.ID, id);
        return row;
    }

    /** A row that sets its id and name. */
    static OddRecord odd(long id, String name) {
        OddRecord row = odd(id);
        row.set(ODD.NAME, name);
        return row;
    }
}
