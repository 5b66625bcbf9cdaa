// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.internal.binding.DirectBinding;
import dev.dualbase.core.jdbc.RenderedStatement.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Statements, rendered by jOOQ once for each {@link Shape}: rendering takes as long as a quick query. A statement with a
 * condition of the host's own, or with a type that only jOOQ itself binds or reads, is none of them and left to jOOQ.
 */
final class Statements {

    private final DSLContext sql;
    private final ShapeCache<Optional<RenderedStatement<?>>> known = new ShapeCache<>();

    Statements(Configuration configuration) {
        this.sql = configuration.dsl();
    }

    /**
     * A statement that returns rows, or null if jOOQ has to run it.
     *
     * @param columns what it returns of each row, first of all
     * @param statement makes it of the outline's values, in their order
     */
    @SuppressWarnings("unchecked") // the table is part of the shape
    <R extends Record> @Nullable RenderedStatement<R> returning(
            Outline outline,
            Table<R> table,
            List<Field<?>> columns,
            BiFunction<DSLContext, Parameters, ? extends Query> statement) {
        return (RenderedStatement<R>) find(outline, () -> {
            RowReader<R> rows = RowReader.of(table, columns);
            return rows == null ? Optional.empty() : render(outline, statement, rows);
        });
    }

    /** As {@link #returning}, a statement that returns no rows of a table. */
    @Nullable
    RenderedStatement<?> silent(Outline outline, BiFunction<DSLContext, Parameters, ? extends Query> statement) {
        return find(outline, () -> render(outline, statement, null));
    }

    private @Nullable RenderedStatement<?> find(Outline outline, Supplier<Optional<RenderedStatement<?>>> rendering) {
        if (!outline.isRepeatable()) {
            return null;
        }
        Shape shape = outline.shape();
        Optional<RenderedStatement<?>> statement = known.find(shape);
        if (statement == null) {
            statement = rendering.get();
            known.keep(shape, statement);
        }
        return statement.orElse(null);
    }

    private Optional<RenderedStatement<?>> render(
            Outline outline,
            BiFunction<DSLContext, Parameters, ? extends Query> statement,
            @Nullable RowReader<?> rows) {
        NumberedParameters numbered = new NumberedParameters();
        Query query = statement.apply(sql, numbered);
        numbered.requireSame(outline.values());
        List<Parameter> parameters = new ArrayList<>();
        for (Param<?> param : sql.extractParams(query).values()) {
            if (param.isInline()) {
                continue;
            }
            DirectBinding<?> binding = DirectBinding.of(param.getDataType());
            if (binding == null || !NumberedParameters.isOne(param)) {
                return Optional.empty();
            }
            parameters.add(new Parameter(NumberedParameters.numberOf(param), binding));
        }
        return parameters.size() == sql.extractBindValues(query).size()
                ? Optional.of(new RenderedStatement<>(sql.render(query), List.copyOf(parameters), rows))
                : Optional.empty();
    }
}
