// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Which operations share a statement, and which are left to jOOQ. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatementsTest {
    private static final Visits VISITS = new Visits();

    private final Statements statements = new Statements(new DefaultConfiguration().set(SQLDialect.POSTGRES));

    private static Read<Record> all(Filter filter) {
        return Read.of(VISITS, filter, new Origin("Visits", "find")).onlyColumns(List.of(VISITS.ID, VISITS.NAME));
    }

    private @Nullable RenderedStatement<Record> statement(Read<Record> read) {
        return statements.returning(
                new Outline(Kind.ROWS).read(read),
                VISITS,
                read.columns(),
                (sql, parameters) -> Queries.select(sql, parameters, read));
    }

    private @Nullable RenderedStatement<Record> statement(Filter filter) {
        return statement(all(filter));
    }

    @Test
    void a_row_named_by_a_key_needs_no_order() {
        assertThat(sql(Filters.eq(VISITS.ID, 1L))).doesNotContain("order by");
        assertThat(sql(Filters.eq(VISITS.ID, 1L).and(Filters.eq(VISITS.NAME, "a"))))
                .doesNotContain("order by");
        assertThat(sql(Filters.eq(VISITS.NAME, "a"))).contains("order by");
        assertThat(sql(Filters.gt(VISITS.ID, 1L))).contains("order by");
        assertThat(sql(Filters.or(Filters.eq(VISITS.ID, 1L), Filters.eq(VISITS.ID, 2L))))
                .contains("order by");
    }

    private String sql(Filter filter) {
        return Objects.requireNonNull(statement(filter)).sql();
    }

    @Test
    void values_make_no_difference() {
        assertThat(statement(Filters.eq(VISITS.NAME, "a")))
                .isNotNull()
                .isSameAs(statement(Filters.eq(VISITS.NAME, "b")));
        assertThat(statement(Filters.in(VISITS.ID, numbers(9))))
                .isNotNull()
                .isSameAs(statement(Filters.in(VISITS.ID, numbers(99))));
    }

    private static List<Long> numbers(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    @Test
    void operators_columns_orders_and_limits_do() {
        Read<Record> read = all(Filters.eq(VISITS.NAME, "a"));
        assertThat(List.of(
                        read,
                        all(Filters.ne(VISITS.NAME, "a")),
                        all(Filters.contains(VISITS.NAME, "a")),
                        all(Filters.containsIgnoreCase(VISITS.NAME, "a")),
                        all(Filters.eq(VISITS.ID, 1L)),
                        all(Filters.eq(VISITS.NAME, "a").and(Filters.everyRow())),
                        all(Filters.eq(VISITS.NAME, "a").or(Filters.everyRow())),
                        all(Filters.not(Filters.eq(VISITS.NAME, "a"))),
                        read.onlyColumns(List.of(VISITS.NAME)),
                        read.onlyColumns(List.of(VISITS.NAME, VISITS.ID)),
                        read.orderedBy(Order.by(Sort.asc(VISITS.NAME))),
                        read.orderedBy(Order.by(Sort.desc(VISITS.NAME))),
                        read.orderedBy(Order.by(Sort.asc(VISITS.NAME).withNullsFirst())),
                        read.limitedTo(Limit.of(1)),
                        read.limitedTo(Limit.of(2)),
                        read.limitedTo(Limit.of(2, 1))))
                .extracting(this::statement)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void few_values_of_in_are_parameters_each() {
        assertThat(Stream.of(1, 2, 8, 9).map(count -> statement(Filters.in(VISITS.ID, numbers(count)))))
                .extracting(statement -> statement.parameters().size())
                .containsExactly(1, 2, 8, 1);
    }

    @Test
    void a_condition_of_the_host_is_left_to_jooq() {
        assertThat(statement(Filters.eq(VISITS.NAME, "a").and(Filters.sql(DSL.condition("1 = 1")))))
                .isNull();
    }

    @Test
    void a_type_that_only_jooq_reads_or_binds_is_left_to_jooq() {
        assertThat(statement(Filters.isNull(VISITS.LENGTH))).isNotNull();
        assertThat(statement(Filters.eq(VISITS.LENGTH, LocalDateTime.MAX))).isNull();
        assertThat(statement(all(Filters.everyRow()).onlyColumns(List.of(VISITS.LENGTH))))
                .isNull();
    }

    @Test
    void a_table_that_is_made_for_each_call_does_not_fill_the_memory() {
        RenderedStatement<Record> first = statement(Filters.everyRow());
        IntStream.range(0, 2_000).forEach(any -> {
            Visits made = new Visits();
            Read<Record> read = Read.of(made, Filters.everyRow(), new Origin("Visits", "find"))
                    .onlyColumns(List.of(made.ID));
            assertThat(statements.returning(
                            new Outline(Kind.ROWS).read(read),
                            made,
                            read.columns(),
                            (sql, parameters) -> Queries.select(sql, parameters, read)))
                    .isNotNull();
        });
        assertThat(statement(Filters.everyRow())).isNotNull().isNotSameAs(first);
    }

    @Test
    void values_in_another_order_are_refused() {
        Outline outline = new Outline(Kind.ROWS).value("a").value("b");
        assertThatThrownBy(() -> statements.silent(
                        outline,
                        (sql, parameters) ->
                                sql.select(parameters.of("b", VISITS.NAME), parameters.of("a", VISITS.NAME))))
                .isInstanceOf(IllegalStateException.class);
    }

    private enum Kind {
        ROWS
    }

    /** A table with a column whose binding is jOOQ's own for a type that has none of ours. */
    private static final class Visits extends TableImpl<Record> {
        private static final long serialVersionUID = 1L;

        final TableField<Record, Long> ID = createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);
        final TableField<Record, String> NAME = createField(DSL.name("name"), SQLDataType.VARCHAR(20), this);
        final TableField<Record, LocalDateTime> LENGTH =
                createField(DSL.name("length"), SQLDataType.LOCALDATETIME, this);

        Visits() {
            super(DSL.name("visits"));
        }

        @Override
        public UniqueKey<Record> getPrimaryKey() {
            return Internal.createUniqueKey(this, DSL.name("visits_pkey"), ID);
        }
    }
}
