// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dualbase.core.backend.Backend;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Finders on tables of 100,000 rows. What counts across salons reads its table on purpose, and is not among them. */
@SalonTest
@JdbcOnly("plans of queries")
@NotAsService("asks the owner of the tables for the plans")
class FinderPlanTest {

    private static final Pattern FINDER = Pattern.compile("(find|is|has|count|get|load|exists|withStream).*");

    private final Finders finders;
    private final PlainSql sql;
    private final StringBuilder plans = new StringBuilder();

    FinderPlanTest(Backend backend, DataSource plain) {
        this.finders = new Finders(backend);
        this.sql = new PlainSql(plain);
        CatalogueFinders.addTo(finders);
        BookingFinders.addTo(finders);
        DialogFinders.addTo(finders);
    }

    @TestFactory
    Stream<DynamicTest> noFinderScansItsTable() throws Exception {
        fill();
        return Stream.concat(
                finders.calls().entrySet().stream().flatMap(this::testsOf),
                Stream.of(dynamicTest("every index serves one of them", this::assertNoIndexIsNeedless)));
    }

    /** Unique indexes have a purpose of their own. Partitions have their own names for the indexes of their table. */
    private void assertNoIndexIsNeedless() throws SQLException {
        String indexes = sql.value("""
                SELECT string_agg(indexrelid::regclass::text, ' ')
                FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
                WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT indisunique
                    AND relname <> 'flyway_schema_history'
                """);
        assertThat(indexes.split(" "))
                .allSatisfy(index -> assertThat(plans.toString()).containsPattern("\\b" + index + "\\b"));
    }

    @Test
    void noFinderOfAnyRepositoryIsLeftWithoutAPlan() {
        assertThat(PublicMethods.repositories()).isNotEmpty().allSatisfy(repository -> {
            Set<String> planned =
                    finders.calls().getOrDefault(repository, Map.of()).keySet();
            assertThat(PublicMethods.missing(repository, FinderPlanTest::isFinder, planned))
                    .as(repository.getSimpleName())
                    .isEmpty();
        });
    }

    private static boolean isFinder(Method method) {
        return FINDER.matcher(method.getName()).matches() && !method.getName().endsWith("AcrossCompanies");
    }

    private Stream<DynamicTest> testsOf(Map.Entry<Class<?>, Map<String, Runnable>> repository) {
        String name = repository.getKey().getSimpleName();
        return repository.getValue().entrySet().stream()
                .map(call -> dynamicTest(name + "." + call.getKey(), () -> assertNoScan(call.getValue())));
    }

    private void assertNoScan(Runnable call) throws SQLException {
        List<Function<DSLContext, String>> queries = finders.queriesOf(call);
        assertThat(queries).isNotEmpty();
        for (Function<DSLContext, String> query : queries) {
            String plan = sql.ask(query);
            plans.append(plan);
            assertThat(plan).contains("Scan").doesNotContain("Seq Scan");
        }
    }

    /** 100,000 rows in each table; those of tenants belong to 50 of the salons. */
    private void fill() throws IOException, SQLException {
        try (InputStream rows = FinderPlanTest.class.getResourceAsStream("/plans/rows.sql")) {
            sql.execute(new String(Objects.requireNonNull(rows).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
