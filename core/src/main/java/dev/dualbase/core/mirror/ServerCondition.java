// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.filter.Filters;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.CustomRecord;
import org.jooq.impl.CustomTable;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;

/**
 * A question to a server that is about no table, such as for an advisory lock, which it then holds until the transaction of the
 * thread ends. It is asked in a condition on a row of the catalog that always exists.
 */
final class ServerCondition {

    private static final Namespaces NAMESPACES = new Namespaces();

    private static final Origin ORIGIN = new Origin("DualWrite", "ask").acrossTenants();

    private ServerCondition() {}

    /** Whether the server says yes. It evaluates the condition once. */
    static boolean holds(Backend side, Condition condition) {
        Read<NamespaceRecord> question = Read.of(
                NAMESPACES, Filters.and(Filters.eq(NAMESPACES.name, "pg_catalog"), Filters.sql(condition)), ORIGIN);
        return side.count(question) > 0;
    }

    private static final class Namespaces extends CustomTable<NamespaceRecord> {
        private static final long serialVersionUID = 1L;

        private final TableField<NamespaceRecord, String> name =
                createField(DSL.name("nspname"), SQLDataType.CLOB.nullable(false));

        Namespaces() {
            super(DSL.name("pg_namespace"));
        }

        @Override
        public Class<NamespaceRecord> getRecordType() {
            return NamespaceRecord.class;
        }

        @Override
        public UniqueKey<NamespaceRecord> getPrimaryKey() {
            return Internal.createUniqueKey(this, DSL.name("pg_namespace_nspname_index"), name);
        }
    }

    private static final class NamespaceRecord extends CustomRecord<NamespaceRecord> {
        private static final long serialVersionUID = 1L;

        NamespaceRecord() {
            super(NAMESPACES);
        }
    }
}
