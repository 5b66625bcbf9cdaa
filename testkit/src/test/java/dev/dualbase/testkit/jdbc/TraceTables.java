// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import dev.dualbase.core.type.OffsetDateTimeBinding;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jooq.impl.UpdatableRecordImpl;

/** A table with a key of several types, and one for the notes of its rows. */
final class TraceTables {
    static final String SCHEMA = """
            create table seen (
                id bigint, mark uuid, name text, at timestamptz, code text unique,
                primary key (id, mark, name, at));
            create table trace (
                number bigint generated always as identity primary key, what text not null, row_key text[] not null);
            """;

    static final Seen SEEN = new Seen();
    static final Trace TRACE = new Trace();

    private static final UUID MARK = UUID.fromString("00000000-0000-4000-8000-00000000000a");

    private TraceTables() {}

    static SeenRecord seen(long id, String name, OffsetDateTime at) {
        SeenRecord row = SEEN.newRecord();
        row.set(SEEN.ID, id);
        row.set(SEEN.MARK, MARK);
        row.set(SEEN.NAME, name);
        row.set(SEEN.AT, at);
        return row;
    }

    static final class Seen extends TableImpl<SeenRecord> {
        private static final long serialVersionUID = 1L;

        final TableField<SeenRecord, Long> ID = createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);
        final TableField<SeenRecord, UUID> MARK = createField(DSL.name("mark"), SQLDataType.UUID.nullable(false), this);
        final TableField<SeenRecord, String> NAME =
                createField(DSL.name("name"), SQLDataType.CLOB.nullable(false), this);
        final TableField<SeenRecord, OffsetDateTime> AT = createField(
                DSL.name("at"),
                SQLDataType.TIMESTAMPWITHTIMEZONE(6).nullable(false),
                this,
                "",
                new OffsetDateTimeBinding());
        final TableField<SeenRecord, String> CODE = createField(DSL.name("code"), SQLDataType.CLOB, this);

        final UniqueKey<SeenRecord> PRIMARY = Internal.createUniqueKey(this, DSL.name("seen_pkey"), ID, MARK, NAME, AT);
        final UniqueKey<SeenRecord> BY_CODE = Internal.createUniqueKey(this, DSL.name("seen_code_key"), CODE);

        private Seen() {
            super(DSL.name("seen"));
        }

        @Override
        public Class<SeenRecord> getRecordType() {
            return SeenRecord.class;
        }

        @Override
        public UniqueKey<SeenRecord> getPrimaryKey() {
            return PRIMARY;
        }
    }

    static final class SeenRecord extends UpdatableRecordImpl<SeenRecord> {
        private static final long serialVersionUID = 1L;

        SeenRecord() {
            super(SEEN);
        }
    }

    static final class Trace extends TableImpl<TraceRecord> {
        private static final long serialVersionUID = 1L;

        final TableField<TraceRecord, Long> NUMBER = createField(
                DSL.name("number"), SQLDataType.BIGINT.nullable(false).identity(true), this);
        final TableField<TraceRecord, String> WHAT =
                createField(DSL.name("what"), SQLDataType.CLOB.nullable(false), this);
        final TableField<TraceRecord, String[]> ROW_KEY =
                createField(DSL.name("row_key"), SQLDataType.CLOB.array().nullable(false), this);

        private Trace() {
            super(DSL.name("trace"));
        }

        @Override
        public Class<TraceRecord> getRecordType() {
            return TraceRecord.class;
        }

        @Override
        public UniqueKey<TraceRecord> getPrimaryKey() {
            return Internal.createUniqueKey(this, DSL.name("trace_pkey"), NUMBER);
        }
    }

    static final class TraceRecord extends UpdatableRecordImpl<TraceRecord> {
        private static final long serialVersionUID = 1L;

        TraceRecord() {
            super(TRACE);
        }
    }
}
