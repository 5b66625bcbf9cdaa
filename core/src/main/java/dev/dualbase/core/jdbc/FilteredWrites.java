// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.RowCheck;
import dev.dualbase.core.backend.Write;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DeleteConditionStep;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UpdateConditionStep;

/** Updates and deletes the rows of a filter. Without notes the statements are rendered once. */
final class FilteredWrites {

    private enum Kind {
        UPDATE,
        UPDATE_RETURNING,
        DELETE
    }

    private final Session session;
    private final Statements statements;

    FilteredWrites(Session session, Statements statements) {
        this.session = session;
        this.statements = statements;
    }

    /** The changed rows. */
    <R extends Record> List<R> updateReturning(Write.Update<R> update, Changes how) {
        Table<R> table = update.table();
        List<Field<?>> columns = RowCheck.setColumns(table, update.changes());
        List<Field<?>> all = List.of(table.fields());
        Outline outline = outline(Kind.UPDATE_RETURNING, update, columns);
        RenderedStatement<R> statement = how == Changes.alone()
                ? statements.returning(
                        outline,
                        table,
                        all,
                        (sql, parameters) ->
                                update(sql, update, columns, parameters).returningResult(all))
                : null;
        return session.change(
                table,
                columns,
                statement != null
                        ? connection -> statement.fetch(connection, outline.values())
                        : session.byJooq(sql ->
                                how.rows(sql, table, update(sql, update, columns, Parameters.once())::returning)));
    }

    /** How many rows were changed. */
    <R extends Record> long update(Write.Update<R> update, Changes how) {
        List<Field<?>> columns = RowCheck.setColumns(update.table(), update.changes());
        Outline outline = outline(Kind.UPDATE, update, columns);
        RenderedStatement<?> statement = how == Changes.alone()
                ? statements.silent(outline, (sql, parameters) -> update(sql, update, columns, parameters))
                : null;
        return session.change(
                update.table(),
                columns,
                statement != null
                        ? connection -> statement.count(connection, outline.values())
                        : session.byJooq(sql -> {
                            UpdateConditionStep<R> all = update(sql, update, columns, Parameters.once());
                            return how.count(sql, all, all::returningResult);
                        }));
    }

    /** How many rows were deleted. */
    <R extends Record> long delete(Write.Delete<R> delete, Changes how) {
        Outline outline = new Outline(Kind.DELETE).part(delete.table()).filter(delete.filter());
        RenderedStatement<?> statement = how == Changes.alone()
                ? statements.silent(outline, (sql, parameters) -> delete(sql, delete, parameters))
                : null;
        return session.change(
                delete.table(),
                List.of(),
                statement != null
                        ? connection -> statement.count(connection, outline.values())
                        : session.byJooq(sql -> {
                            DeleteConditionStep<R> all = delete(sql, delete, Parameters.once());
                            return how.count(sql, all, all::returningResult);
                        }));
    }

    private static Outline outline(Kind kind, Write.Update<?> update, List<Field<?>> columns) {
        Outline outline = new Outline(kind).part(update.table());
        columns.forEach(column -> outline.set(column, update.changes().get(column)));
        return outline.filter(update.filter());
    }

    private static <R extends Record> UpdateConditionStep<R> update(
            DSLContext sql, Write.Update<R> update, List<Field<?>> columns, Parameters parameters) {
        return sql.update(update.table())
                .set(Values.byColumn(update.changes(), columns, parameters))
                .where(new ConditionTranslator(parameters).translate(update.filter()));
    }

    private static <R extends Record> DeleteConditionStep<R> delete(
            DSLContext sql, Write.Delete<R> delete, Parameters parameters) {
        return sql.deleteFrom(delete.table()).where(new ConditionTranslator(parameters).translate(delete.filter()));
    }
}
