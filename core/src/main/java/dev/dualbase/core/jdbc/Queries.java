// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.Read;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Reads as jOOQ queries. */
final class Queries {

    /** As PostgreSQL counts: jOOQ's own count() is an int. */
    static final Field<Long> COUNT = DSL.field("count(*)", SQLDataType.BIGINT);

    private Queries() {}

    static <R extends Record> ResultQuery<?> select(DSLContext sql, Parameters parameters, Read<R> read) {
        SelectConditionStep<?> rows = sql.select(read.columns())
                .from(read.table())
                .where(new ConditionTranslator(parameters).translate(read.filter()));
        SelectLimitStep<?> ordered =
                OneRow.isNamedBy(read.filter(), read.table()) ? rows : rows.orderBy(sortFields(read.order()));
        return read.limit()
                .<ResultQuery<?>>map(limit -> limited(ordered, parameters, limit))
                .orElse(ordered);
    }

    static SelectConditionStep<Record1<Long>> count(DSLContext sql, Parameters parameters, Read<?> read) {
        return sql.select(COUNT).from(read.table()).where(new ConditionTranslator(parameters).translate(read.filter()));
    }

    /**
     * The number of rows is part of the text: with a parameter the server would plan for a tenth of the table, which it
     * mends by planning anew each time (PostgreSQL manual, PREPARE). Callers have few numbers.
     */
    private static ResultQuery<?> limited(SelectLimitStep<?> query, Parameters parameters, Limit limit) {
        Param<Integer> rows = DSL.inline(limit.rows());
        return limit.offset() == 0
                ? query.limit(rows)
                : query.limit(rows).offset(parameters.of(limit.offset(), SQLDataType.BIGINT));
    }

    /** NULLS FIRST or LAST only where there can be NULLs: on other columns it would keep an index from being used. */
    private static List<SortField<?>> sortFields(Order order) {
        return order.sorts().stream().<SortField<?>>map(Queries::sortField).toList();
    }

    private static SortField<?> sortField(Sort sort) {
        SortField<?> field =
                sort.descending() ? sort.column().desc() : sort.column().asc();
        if (!sort.nullable()) {
            return field;
        }
        return sort.nullsFirst() ? field.nullsFirst() : field.nullsLast();
    }
}
