// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import java.util.List;
import org.jooq.Identity;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** Columns with names that mean something to SQL, to URLs or to PostgREST, the keys among them. */
final class OddTable extends TableImpl<OddRecord> {
    private static final List<String> NAMES = List.of(
            "select",
            "order",
            "and",
            "or",
            "not",
            "limit",
            "offset",
            "columns",
            "on_conflict",
            "is",
            "in",
            "eq",
            "two words",
            " leading",
            "trailing ",
            "a \"quote\"",
            "\"",
            "a.dot",
            "a,comma",
            "a(paren)",
            ")",
            "a:colon",
            "a::text",
            "a->arrow",
            "a->>arrow",
            "a%20percent",
            "a*star",
            "a\\backslash",
            "a&amp=x",
            "a+plus",
            "a#hash",
            "a/slash",
            "a{brace}",
            "a?mark",
            "$1",
            "it's",
            "Ёлка",
            "日本",
            "NULL");

    static final OddTable ODD = new OddTable();

    private static final long serialVersionUID = 1L;

    final TableField<OddRecord, Long> TENANT_ID =
            createField(DSL.name("tenant id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<OddRecord, Long> ID = createField(
            DSL.name("id, and more"), SQLDataType.BIGINT.nullable(false).identity(true), this);
    final TableField<OddRecord, String> CODE =
            createField(DSL.name("code.x"), SQLDataType.VARCHAR(20).nullable(false), this);

    /** All the others, which hold text. */
    final transient List<TableField<OddRecord, String>> TEXTS = NAMES.stream()
            .map(name -> createField(DSL.name(name), SQLDataType.CLOB, this))
            .toList();

    final TableField<OddRecord, JSONB> DOCUMENT = createField(DSL.name("a \"document\"->x"), SQLDataType.JSONB, this);

    final UniqueKey<OddRecord> PRIMARY = Internal.createUniqueKey(this, DSL.name("contract_odd_pkey"), TENANT_ID, ID);
    final UniqueKey<OddRecord> BY_CODE = Internal.createUniqueKey(this, DSL.name("contract_odd, key"), TENANT_ID, CODE);

    private OddTable() {
        super(DSL.name("contract_odd"));
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
}
