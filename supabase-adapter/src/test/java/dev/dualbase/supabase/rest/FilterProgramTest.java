// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.supabase.rest.OddTable.ODD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.junit.TestIsolation;
import dev.dualbase.testkit.server.ServerKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A filter reaches the same rows through {@code dualbase_write} as over JDBC. */
@PostgresTest(
        migrations = {"classpath:db/supabase", "classpath:db/functiontest"},
        isolation = TestIsolation.DATABASE_PER_CLASS,
        server = ServerKind.EMBEDDED)
class FilterProgramTest {

    private static final Origin HERE = new Origin("FilterProgramTest", "test");

    private final Backend jdbc;
    private final FunctionCalls function;

    FilterProgramTest(Backend jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.function = new FunctionCalls(database);
    }

    @BeforeAll
    static void rows(Backend jdbc) {
        assertThat(jdbc.write(new Write.Upsert<>(ODD, OddRows.all(), ODD.PRIMARY, BulkOptions.atomic(), false, HERE))
                        .inserted())
                .isEqualTo(OddRows.all().size());
    }

    @Test
    void aFilterReachesTheSameRowsAsOverJdbc() throws SQLException {
        assertThatRowsAreTheSame(OddFilters.all());
    }

    @Test
    void itsNegationToo() throws SQLException {
        assertThatRowsAreTheSame(OddFilters.all().stream().map(Filters::not).toList());
    }

    @Test
    void randomTreesToo() throws SQLException {
        Random random = new Random(20260101);
        assertThatRowsAreTheSame(
                Stream.generate(() -> OddFilters.tree(random, 4)).limit(300).toList());
    }

    @Test
    void everyRowAndNoRow() throws SQLException {
        assertThat(overFunction(Filters.everyRow())).hasSize(OddRows.all().size());
        assertThat(overFunction(Filters.noRow())).isEmpty();
    }

    @Test
    void aDeepTreeAndALongListAreSent() throws SQLException {
        Filter deep = Filters.eq(ODD.ID, 1L);
        for (int i = 0; i < 400; i++) {
            deep = Filters.not(deep);
        }
        assertThat(overFunction(deep)).containsExactly(1L);
        List<Long> ids = LongStream.range(2, 20_000).boxed().toList();
        assertThat(overFunction(Filters.notIn(ODD.ID, ids))).containsExactly(1L);
    }

    @Test
    void aConditionInSqlIsRefused() {
        Filter sql = Filters.eq(ODD.ID, 1L).and(Filters.not(Filters.sql(DSL.condition("1 = 1"))));
        assertThatThrownBy(() -> FilterProgram.of(sql))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("SQL_CONDITIONS");
    }

    private void assertThatRowsAreTheSame(List<Filter> filters) throws SQLException {
        List<List<Long>> reached = overFunction(filters);
        for (int i = 0; i < filters.size(); i++) {
            assertThat(reached.get(i)).as(filters.get(i).shape()).isEqualTo(overJdbc(filters.get(i)));
        }
    }

    private List<Long> overJdbc(Filter filter) {
        return jdbc.read(Read.of(ODD, filter, HERE)).stream()
                .map(row -> row.get(ODD.ID))
                .toList();
    }

    private List<Long> overFunction(Filter filter) throws SQLException {
        return overFunction(List.of(filter)).get(0);
    }

    private List<List<Long>> overFunction(List<Filter> filters) throws SQLException {
        List<WriteProgram> programs =
                filters.stream().map(FilterProgramTest::program).toList();
        List<List<Long>> ids = new ArrayList<>();
        for (byte[] answer : function.tryOut(programs)) {
            ids.add(programs.get(ids.size()).results(answer).get(0).rows().stream()
                    .map(row -> ((OddRecord) row).get(ODD.ID))
                    .sorted()
                    .toList());
        }
        return ids;
    }

    /** A filter that is true for every row is refused in a mutation, but may be part of one. */
    private static WriteProgram program(Filter filter) {
        OddRecord changes = ODD.newRecord();
        changes.set(ODD.SELECT, "reached");
        Filter guarded = Filters.and(Filters.gt(ODD.ID, 0L), filter);
        return WriteProgram.of(new Write.Update<>(ODD, guarded, changes, true, HERE));
    }
}
