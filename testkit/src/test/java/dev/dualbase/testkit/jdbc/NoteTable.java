// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import dev.dualbase.core.type.LocalDateBinding;
import dev.dualbase.core.type.LocalDateTimeBinding;
import dev.dualbase.core.type.OffsetDateTimeBinding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** The table that faults happen to, as {@link FaultDatabase} creates it. */
final class NoteTable extends TableImpl<NoteRecord> {
    static final NoteTable NOTE = new NoteTable("note");

    /** A table that is not there. */
    static final NoteTable MISSING = new NoteTable("missing_note");

    /** There, but without a unique index and without the column {@code data}. */
    static final NoteTable BARE = new NoteTable("bare_note");

    private static final long serialVersionUID = 1L;

    final TableField<NoteRecord, Long> ID = createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<NoteRecord, Long> OWNER_ID = createField(DSL.name("owner_id"), SQLDataType.BIGINT, this);
    final TableField<NoteRecord, String> NAME =
            createField(DSL.name("name"), SQLDataType.VARCHAR(20).nullable(false), this);
    final TableField<NoteRecord, String> CODE = createField(DSL.name("code"), SQLDataType.CLOB, this);
    final TableField<NoteRecord, BigDecimal> AMOUNT = createField(DSL.name("amount"), SQLDataType.NUMERIC(10, 2), this);
    final TableField<NoteRecord, BigDecimal> EXACT = createField(DSL.name("exact"), SQLDataType.NUMERIC, this);
    final TableField<NoteRecord, Short> SMALL = createField(DSL.name("small"), SQLDataType.SMALLINT, this);
    final TableField<NoteRecord, JSONB> DATA = createField(DSL.name("data"), SQLDataType.JSONB, this);
    final TableField<NoteRecord, JSONB> MORE = createField(DSL.name("more"), SQLDataType.JSONB, this);
    final TableField<NoteRecord, String[]> TAGS = createField(DSL.name("tags"), SQLDataType.CLOB.array(), this);
    final TableField<NoteRecord, LocalDate> BORN =
            createField(DSL.name("born"), SQLDataType.LOCALDATE, this, "", new LocalDateBinding());
    final TableField<NoteRecord, LocalDateTime> AT =
            createField(DSL.name("at"), SQLDataType.LOCALDATETIME(6), this, "", new LocalDateTimeBinding());
    final TableField<NoteRecord, OffsetDateTime> SEEN =
            createField(DSL.name("seen"), SQLDataType.TIMESTAMPWITHTIMEZONE(6), this, "", new OffsetDateTimeBinding());

    final UniqueKey<NoteRecord> PRIMARY = Internal.createUniqueKey(this, DSL.name("note_pkey"), ID);
    final UniqueKey<NoteRecord> BY_CODE = Internal.createUniqueKey(this, DSL.name("note_code_key"), CODE);

    private NoteTable(String name) {
        super(DSL.name(name));
    }

    @Override
    public Class<NoteRecord> getRecordType() {
        return NoteRecord.class;
    }

    @Override
    public UniqueKey<NoteRecord> getPrimaryKey() {
        return PRIMARY;
    }

    /** A note that sets its id and name. */
    static NoteRecord note(long id, String name) {
        NoteRecord row = NOTE.newRecord();
        row.set(NOTE.ID, id);
        row.set(NOTE.NAME, name);
        return row;
    }

    /** A note whose code makes a trigger do something: see {@link FaultDatabase}. */
    static NoteRecord coded(long id, String code) {
        NoteRecord row = note(id, "a name");
        row.set(NOTE.CODE, code);
        return row;
    }
}
