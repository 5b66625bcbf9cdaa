// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Tells rows that an upsert inserted from those it updated. */
final class NewRows {

    /** Hardly the name of anybody's column. */
    private static final Name MARKER = DSL.name("dualbase is new");

    /** A new row has no xmax: no transaction has locked or replaced it. */
    private static final Field<Boolean> WITHOUT_XMAX =
            DSL.field("(xmax = 0)", SQLDataType.BOOLEAN).as(MARKER);

    private final Session session;
    private final Map<Name, Boolean> hasXmax = new ConcurrentHashMap<>();

    NewRows(Session session) {
        this.session = session;
    }

    /**
     * A field for RETURNING that is true for a new row. A partitioned table refuses its system columns there (0A000) and a
     * view has none; theirs are the rows whose key the statement did not see when it began. A row that another transaction
     * commits just then counts as new.
     */
    Field<Boolean> marker(Table<?> table, UniqueKey<?> key) {
        return hasXmax(table) ? WITHOUT_XMAX : withoutPredecessor(table, key);
    }

    /** Whether a marker is the one of all plain tables. */
    static boolean isSame(Field<Boolean> marker) {
        return marker == WITHOUT_XMAX;
    }

    private static Field<Boolean> withoutPredecessor(Table<?> table, UniqueKey<?> key) {
        Condition sameKey = DSL.and(key.getFields().stream()
                .map(column -> DSL.condition("predecessor.{0} = {1}.{0}", column.getUnqualifiedName(), table))
                .toList());
        return DSL.field(
                        "(not exists (select 1 from {0} as predecessor where {1}))",
                        SQLDataType.BOOLEAN, table, sameKey)
                .as(MARKER);
    }

    private boolean hasXmax(Table<?> table) {
        Boolean known = hasXmax.get(table.getQualifiedName());
        return known != null ? known : askCatalog(table);
    }

    /** A table that does not exist is not remembered: it may be created. */
    private boolean askCatalog(Table<?> table) {
        Optional<Boolean> plain = session.read(
                table.getName(),
                sql -> sql.fetchOptional(
                                "select relkind = 'r' from pg_catalog.pg_class where oid = to_regclass({0})",
                                DSL.val(sql.render(table)))
                        .map(row -> row.get(0, Boolean.class)));
        plain.ifPresent(answer -> hasXmax.put(table.getQualifiedName(), answer));
        return plain.orElse(true);
    }
}
