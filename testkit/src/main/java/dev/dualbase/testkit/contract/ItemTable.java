// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

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

/** One column of each type that matters, written as jOOQ's generator would. */
final class ItemTable extends TableImpl<ItemRecord> {
    static final ItemTable ITEM = new ItemTable();

    private static final long serialVersionUID = 1L;

    final TableField<ItemRecord, Long> TENANT_ID =
            createField(DSL.name("tenant_id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<ItemRecord, Long> ID =
            createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
    final TableField<ItemRecord, String> CODE =
            createField(DSL.name("code"), SQLDataType.VARCHAR(20).nullable(false), this);
    final TableField<ItemRecord, String> NAME = createField(DSL.name("name"), SQLDataType.CLOB, this);
    final TableField<ItemRecord, Integer> RANK = createField(DSL.name("rank"), SQLDataType.INTEGER, this);
    final TableField<ItemRecord, BigDecimal> PRICE = createField(DSL.name("price"), SQLDataType.NUMERIC(10, 2), this);
    final TableField<ItemRecord, Boolean> ACTIVE = createField(
            DSL.name("active"),
            SQLDataType.BOOLEAN.nullable(false).defaultValue(DSL.field(DSL.raw("true"), SQLDataType.BOOLEAN)),
            this);
    final TableField<ItemRecord, String[]> TAGS = createField(DSL.name("tags"), SQLDataType.CLOB.array(), this);
    final TableField<ItemRecord, Long[]> NUMBERS = createField(DSL.name("numbers"), SQLDataType.BIGINT.array(), this);
    final TableField<ItemRecord, JSONB> DATA = createField(DSL.name("data"), SQLDataType.JSONB, this);
    final TableField<ItemRecord, LocalDate> DAY =
            createField(DSL.name("day"), SQLDataType.LOCALDATE, this, "", new LocalDateBinding());
    final TableField<ItemRecord, LocalDateTime> WALL =
            createField(DSL.name("wall"), SQLDataType.LOCALDATETIME(6), this, "", new LocalDateTimeBinding());
    final TableField<ItemRecord, OffsetDateTime> INSTANT = createField(
            DSL.name("instant"), SQLDataType.TIMESTAMPWITHTIMEZONE(6), this, "", new OffsetDateTimeBinding());
    final TableField<ItemRecord, LocalTime> CLOCK =
            createField(DSL.name("clock"), SQLDataType.LOCALTIME(6), this, "", new LocalTimeBinding());
    final TableField<ItemRecord, UUID> UID = createField(DSL.name("uid"), SQLDataType.UUID, this);
    final TableField<ItemRecord, String> NOTE = createField(DSL.name("note"), SQLDataType.VARCHAR(10), this);
    final TableField<ItemRecord, Short> SMALL = createField(DSL.name("small"), SQLDataType.SMALLINT, this);
    final TableField<ItemRecord, Double> RATIO = createField(DSL.name("ratio"), SQLDataType.DOUBLE, this);
    final TableField<ItemRecord, OffsetDateTime> UPDATED_AT = createField(
            DSL.name("updated_at"),
            SQLDataType.TIMESTAMPWITHTIMEZONE(6)
                    .nullable(false)
                    .defaultValue(DSL.field(DSL.raw("clock_timestamp()"), SQLDataType.TIMESTAMPWITHTIMEZONE)),
            this,
            "",
            new OffsetDateTimeBinding());

    final UniqueKey<ItemRecord> PRIMARY = Internal.createUniqueKey(this, DSL.name("contract_item_pkey"), TENANT_ID, ID);
    final UniqueKey<ItemRecord> BY_CODE =
            Internal.createUniqueKey(this, DSL.name("contract_item_code_key"), TENANT_ID, CODE);
    final UniqueKey<ItemRecord> BY_UID =
            Internal.createUniqueKey(this, DSL.name("contract_item_uid_key"), TENANT_ID, UID);

    private ItemTable() {
        super(DSL.name("contract_item"));
    }

    @Override
    public Class<ItemRecord> getRecordType() {
        return ItemRecord.class;
    }

    @Override
    public Identity<ItemRecord, Long> getIdentity() {
        return Internal.createIdentity(this, ID);
    }

    @Override
    public UniqueKey<ItemRecord> getPrimaryKey() {
        return PRIMARY;
    }

    @Override
    public List<UniqueKey<ItemRecord>> getUniqueKeys() {
        return List.of(BY_CODE, BY_UID);
    }
}
