// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Moves the sequences behind columns past the values that are stored in them. */
final class Sequences {

    /** Sequences that a column's default asks, and those of identity columns. */
    private static final String BEHIND_COLUMNS = """
            select d.refobjid::bigint as sequence, a.attname::text as column_name
              from pg_catalog.pg_attrdef f
              join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_attrdef'::regclass and d.objid = f.oid
              join pg_catalog.pg_class s on d.refclassid = 'pg_catalog.pg_class'::regclass and s.oid = d.refobjid
              join pg_catalog.pg_attribute a on a.attrelid = f.adrelid and a.attnum = f.adnum
             where f.adrelid = to_regclass({0}) and s.relkind = 'S'
            union
            select s.oid::bigint, a.attname::text
              from pg_catalog.pg_depend d
              join pg_catalog.pg_class s on d.classid = 'pg_catalog.pg_class'::regclass and s.oid = d.objid
              join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
             where d.refobjid = to_regclass({0}) and s.relkind = 'S' and d.deptype = 'i'
            """;

    private static final String ADVANCE = """
            select setval({0}::bigint::oid::regclass, highest)
              from (select max({1})::bigint as highest from {2}) as stored
             where highest > coalesce(pg_sequence_last_value({0}::bigint::oid::regclass), 0)
            """;

    private static final String LEAP = """
            select setval({0}::bigint::oid::regclass,
                          greatest(highest, coalesce(pg_sequence_last_value({0}::bigint::oid::regclass), 0)) + {3})
              from (select coalesce(max({1}), 0)::bigint as highest from {2}) as stored
            """;

    private static final String LAST = "select coalesce(pg_sequence_last_value({0}::bigint::oid::regclass), 0)";

    private final Session session;

    Sequences(Session session) {
        this.session = session;
    }

    int advance(Collection<? extends Table<?>> tables) {
        return tables.stream().mapToInt(table -> advance(table, 0)).sum();
    }

    int leap(Collection<? extends Table<?>> tables, long distance) {
        return tables.stream().mapToInt(table -> advance(table, distance)).sum();
    }

    Map<String, Long> last(Collection<? extends Table<?>> tables) {
        Map<String, Long> last = new HashMap<>();
        tables.forEach(table -> last.putAll(last(table)));
        return last;
    }

    private Map<String, Long> last(Table<?> table) {
        return session.read(table.getName(), sql -> {
            Map<String, Long> last = new HashMap<>();
            for (Record each : behind(sql, table)) {
                Record value = sql.fetchSingle(LAST, DSL.inline(each.get(0, Long.class)));
                last.put(table.getName() + "." + each.get(1, String.class), value.get(0, Long.class));
            }
            return last;
        });
    }

    private static Result<Record> behind(DSLContext sql, Table<?> table) {
        return sql.fetch(BEHIND_COLUMNS, DSL.val(sql.render(table), SQLDataType.CLOB));
    }

    private int advance(Table<?> table, long distance) {
        return session.write(table, List.of(), sql -> {
            int advanced = 0;
            for (Record each : behind(sql, table)) {
                advanced += advance(sql, table, each.get(0, Long.class), each.get(1, String.class), distance);
            }
            return advanced;
        });
    }

    private static int advance(DSLContext sql, Table<?> table, long sequence, String column, long distance) {
        Optional<Record> advanced = sql.fetchOptional(
                distance == 0 ? ADVANCE : LEAP,
                DSL.inline(sequence),
                DSL.field(DSL.name(column)),
                table,
                DSL.inline(distance));
        return advanced.isPresent() ? 1 : 0;
    }
}
