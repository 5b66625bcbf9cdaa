// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.schema.LiveColumn;
import dev.dualbase.core.schema.LiveTable;
import dev.dualbase.core.schema.LiveUnique;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Reads what tables really are from PostgreSQL's catalog (manual, chapter 51). */
final class CatalogReader {

    private static final String COLUMNS = """
            with recursive domain(oid, base, typmod) as (
                select oid, typbasetype, typtypmod from pg_catalog.pg_type where typtype = 'd'
                union all
                select d.oid, t.typbasetype, t.typtypmod
                  from domain d join pg_catalog.pg_type t on t.oid = d.base and t.typtype = 'd')
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull,
                   a.atthasdef or a.attidentity <> '',
                   (select format_type(d.base, d.typmod) || case d.oid when t.oid then '' else '[]' end
                      from domain d join pg_catalog.pg_type b on b.oid = d.base and b.typtype <> 'd'
                     where d.oid = t.oid or d.oid = t.typelem and t.typcategory = 'A')
              from pg_catalog.pg_attribute a
              join pg_catalog.pg_type t on t.oid = a.atttypid
              join pg_catalog.pg_class c on c.oid = a.attrelid
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where n.nspname = coalesce({0}, current_schema()) and c.relname = any({1})
               and c.relkind in ('r', 'p', 'v', 'm', 'f') and a.attnum > 0 and not a.attisdropped
             order by c.relname, a.attnum
            """;

    private static final String UNIQUES = """
            select c.relname, i.relname,
                   array(select coalesce(a.attname, '')
                           from unnest(x.indkey) with ordinality k(attnum, position)
                           left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                                 and k.attnum > 0
                          where k.position <= x.indnkeyatts
                          order by k.position)::text[],
                   x.indisvalid and x.indimmediate and x.indpred is null and x.indexprs is null
              from pg_catalog.pg_index x
              join pg_catalog.pg_class c on c.oid = x.indrelid
              join pg_catalog.pg_class i on i.oid = x.indexrelid
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where n.nspname = coalesce({0}, current_schema()) and c.relname = any({1}) and x.indisunique
             order by c.relname, i.relname
            """;

    private final Session session;
    private final Optional<String> mappedSchema;

    CatalogReader(Session session, Optional<String> mappedSchema) {
        this.session = session;
        this.mappedSchema = mappedSchema;
    }

    List<LiveTable> describe(Collection<? extends Table<?>> tables) {
        Map<Optional<String>, List<Table<?>>> bySchema =
                tables.stream().collect(Collectors.groupingBy(LiveTable::schemaOf));
        return bySchema.entrySet().stream()
                .flatMap(each -> describe(each.getKey(), each.getValue()).stream())
                .toList();
    }

    private List<LiveTable> describe(Optional<String> generatedSchema, List<Table<?>> tables) {
        String schema = mappedSchema.or(() -> generatedSchema).orElse(null);
        String[] names = tables.stream().map(Table::getName).toArray(String[]::new);
        Map<String, List<LiveColumn>> columns = query(COLUMNS, schema, names).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, String.class),
                        Collectors.mapping(CatalogReader::column, Collectors.toList())));
        Map<String, List<LiveUnique>> uniques = query(UNIQUES, schema, names).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, String.class),
                        Collectors.mapping(CatalogReader::unique, Collectors.toList())));
        return columns.entrySet().stream()
                .map(table -> new LiveTable(
                        generatedSchema,
                        table.getKey(),
                        table.getValue(),
                        uniques.getOrDefault(table.getKey(), List.of())))
                .toList();
    }

    private List<? extends Record> query(String sql, @Nullable String schema, String[] tables) {
        return session.read(
                null,
                context -> context.fetch(
                        sql, DSL.val(schema, SQLDataType.CLOB), DSL.val(tables, SQLDataType.CLOB.array())));
    }

    private static LiveColumn column(Record row) {
        String type = row.get(2, String.class);
        return new LiveColumn(
                row.get(1, String.class),
                type,
                Objects.requireNonNullElse(row.get(5, String.class), type),
                row.get(3, Boolean.class),
                row.get(4, Boolean.class));
    }

    private static LiveUnique unique(Record row) {
        List<String> columns = Arrays.asList(row.get(2, String[].class));
        return new LiveUnique(row.get(1, String.class), columns, row.get(3, Boolean.class));
    }
}
