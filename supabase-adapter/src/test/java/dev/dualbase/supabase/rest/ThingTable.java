// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.type.OffsetDateTimeBinding;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Converter;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** The table that things happen to, and others of its shape, as {@link ThingDatabase} creates them. */
final class ThingTable extends TableImpl<Record> {
    static final ThingTable THING = new ThingTable(DSL.name("thing"), true);
    static final ThingTable VIEW = new ThingTable(DSL.name("thing_view"), true);
    static final ThingTable PARTITIONED = new ThingTable(DSL.name("partitioned_thing"), true);
    static final ThingTable KEYLESS = new ThingTable(DSL.name("keyless_thing"), false);
    static final ThingTable CLOSED = new ThingTable(DSL.name("closed_thing"), true);
    static final ThingTable IN_OTHER = new ThingTable(DSL.name("other", "thing"), true);
    static final ThingTable IN_HIDDEN = new ThingTable(DSL.name("hidden", "thing"), true);
    static final ThingTable MISSING = new ThingTable(DSL.name("missing_thing"), true);

    private static final long serialVersionUID = 1L;

    final TableField<Record, Long> ID = createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<Record, Long> OWNER_ID = createField(DSL.name("owner_id"), SQLDataType.BIGINT, this);
    final TableField<Record, String> NAME =
            createField(DSL.name("name"), SQLDataType.VARCHAR(20).nullable(false), this);
    final TableField<Record, String> CODE = createField(DSL.name("code"), SQLDataType.CLOB, this);
    final TableField<Record, BigDecimal> AMOUNT = createField(DSL.name("amount"), SQLDataType.NUMERIC(10, 2), this);
    final TableField<Record, Integer> SIZE = createField(DSL.name("size"), SQLDataType.INTEGER, this);
    final TableField<Record, JSON> DOC = createField(DSL.name("doc"), SQLDataType.JSON, this);
    final TableField<Record, JSONB> DATA = createField(DSL.name("data"), SQLDataType.JSONB, this);
    final TableField<Record, String[]> TAGS = createField(DSL.name("tags"), SQLDataType.CLOB.array(), this);
    final TableField<Record, OffsetDateTime> SEEN =
            createField(DSL.name("seen"), SQLDataType.TIMESTAMPWITHTIMEZONE(6), this, "", new OffsetDateTimeBinding());
    final TableField<Record, byte[]> PAYLOAD = createField(DSL.name("payload"), SQLDataType.BLOB, this);
    final TableField<Record, Document> SETTINGS = createField(
            DSL.name("settings"),
            SQLDataType.JSONB.asConvertedDataType(Converter.ofNullable(
                    JSONB.class,
                    Document.class,
                    json -> new Document(json.data()),
                    document -> JSONB.jsonb(document.text()))),
            this);
    final TableField<Record, Labels> LABELS = createField(
            DSL.name("labels"),
            SQLDataType.CLOB
                    .array()
                    .asConvertedDataType(Converter.ofNullable(
                            String[].class,
                            Labels.class,
                            labels -> new Labels(List.of(labels)),
                            labels -> labels.texts().toArray(String[]::new))),
            this);

    final UniqueKey<Record> PRIMARY = Internal.createUniqueKey(this, DSL.name("thing_pkey"), ID);
    final UniqueKey<Record> BY_CODE = Internal.createUniqueKey(this, DSL.name("thing_code_key"), CODE);
    private final boolean hasKey;

    private ThingTable(Name name, boolean hasKey) {
        super(name, name.qualified() ? DSL.schema(name.qualifier()) : null);
        this.hasKey = hasKey;
    }

    /** A document of the host's own kind. */
    record Document(String text) {}

    /** A list of the host's own kind. */
    record Labels(List<String> texts) {}

    Record row(long id, String name) {
        return newRecord().with(ID, id).with(NAME, name);
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return hasKey ? PRIMARY : null;
    }
}
