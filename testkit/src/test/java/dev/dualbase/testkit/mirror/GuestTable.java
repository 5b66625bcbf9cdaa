// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import org.jooq.Identity;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** A table with a generated key, as {@link TwoSides} creates it. */
final class GuestTable extends TableImpl<GuestRecord> {
    static final GuestTable GUEST = new GuestTable();

    private static final long serialVersionUID = 1L;

    final TableField<GuestRecord, Long> ID =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
    final TableField<GuestRecord, String> NAME = createField(DSL.name("name"), SQLDataType.CLOB.nullable(false), this);
    final TableField<GuestRecord, String> CODE = createField(DSL.name("code"), SQLDataType.CLOB, this);
    final TableField<GuestRecord, Integer> AMOUNT = createField(DSL.name("amount"), SQLDataType.INTEGER, this);
    final TableField<GuestRecord, JSONB> DATA = createField(DSL.name("data"), SQLDataType.JSONB, this);
    final TableField<GuestRecord, String[]> TAGS = createField(DSL.name("tags"), SQLDataType.CLOB.array(), this);

    final UniqueKey<GuestRecord> PRIMARY = Internal.createUniqueKey(this, DSL.name("guest_pkey"), ID);
    final UniqueKey<GuestRecord> BY_CODE = Internal.createUniqueKey(this, DSL.name("guest_code_key"), CODE);

    private GuestTable() {
        super(DSL.name("guest"));
    }

    @Override
    public Class<GuestRecord> getRecordType() {
        return GuestRecord.class;
    }

    @Override
    public UniqueKey<GuestRecord> getPrimaryKey() {
        return PRIMARY;
    }

    @Override
    public Identity<GuestRecord, Long> getIdentity() {
        return Internal.createIdentity(this, ID);
    }

    static GuestRecord guest(long id, String name) {
        GuestRecord row = named(name);
        row.set(GUEST.ID, id);
        return row;
    }

    /** A guest whose id the database finds. */
    static GuestRecord named(String name) {
        GuestRecord row = GUEST.newRecord();
        row.set(GUEST.NAME, name);
        return row;
    }

    static GuestRecord amount(int amount) {
        GuestRecord row = GUEST.newRecord();
        row.set(GUEST.AMOUNT, amount);
        return row;
    }
}
