// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.KeyNote;
import dev.dualbase.core.backend.RowCheck;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The statement and the notes as parts of one WITH, which takes effect as a whole (PostgreSQL manual, 7.8.4), so that a write
 * with notes is one statement and one round trip like a write without.
 */
final class NotedChanges implements Changes {

    private static final Name WRITTEN = DSL.name("written");

    private final KeyNote note;
    private final List<Field<?>> primary;

    NotedChanges(Table<?> table, KeyNote note) {
        this.note = note;
        this.primary = List.copyOf(Objects.requireNonNull(table.getPrimaryKey()).getFields());
    }

    @Override
    public <R extends Record> List<R> rows(
            DSLContext sql, Table<R> table, Function<List<Field<?>>, ResultQuery<R>> returning) {
        List<Field<?>> all = List.of(table.fields());
        return run(sql, returning.apply(all), written(all)).fetchInto(table);
    }

    @Override
    public Result<?> columns(
            DSLContext sql, List<Field<?>> wanted, Function<List<Field<?>>, ? extends ResultQuery<?>> returning) {
        Set<Field<?>> returned = new LinkedHashSet<>(wanted);
        returned.addAll(primary);
        return run(sql, returning.apply(List.copyOf(returned)), written(wanted)).fetch();
    }

    @Override
    public long count(
            DSLContext sql, RowCountQuery silent, Function<List<Field<?>>, ? extends ResultQuery<?>> returning) {
        return run(sql, returning.apply(primary), List.of(Queries.COUNT)).fetchSingle(0, Long.class);
    }

    private SelectJoinStep<?> run(
            DSLContext sql, ResultQuery<?> statement, List<? extends SelectFieldOrAsterisk> wanted) {
        CommonTableExpression<?> written = WRITTEN.as(statement);
        return sql.with(written, noted(written)).select(wanted).from(written);
    }

    private CommonTableExpression<?> noted(CommonTableExpression<?> written) {
        Table<?> table = note.table();
        List<Field<?>> columns = RowCheck.setColumns(table, note.line());
        List<Field<?>> values = Values.of(note.line(), columns, Parameters.once());
        columns.add(note.key());
        values.add(DSL.array(primary.stream().map(NotedChanges::text).toList()));
        return DSL.name("noted")
                .as(DSL.insertInto(table, columns)
                        .select(DSL.select(values).from(written))
                        .returningResult(DSL.one()));
    }

    private static List<Field<?>> written(List<Field<?>> columns) {
        List<Field<?>> written = new ArrayList<>();
        columns.forEach(column -> written.add(written(column)));
        return written;
    }

    private static <T> Field<T> written(Field<T> column) {
        return DSL.field(WRITTEN.append(column.getUnqualifiedName()), column.getDataType());
    }

    /** Instants in UTC, whatever the zone of the session; but not infinite ones and those before Christ. */
    private static Field<String> text(Field<?> column) {
        Field<?> value = written(column);
        String template = value.getType() == OffsetDateTime.class
                ? "case when {0} >= '0001-01-01Z' and {0} < 'infinity' then ({0} at time zone 'UTC')::text || '+00'"
                        + " else {0}::text end"
                : "{0}::text";
        return DSL.field(template, SQLDataType.CLOB, value);
    }
}
