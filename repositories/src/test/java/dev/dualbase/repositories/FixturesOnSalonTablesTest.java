// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.schema.Tables.WHATSAPP_AUTH;
import static dev.dualbase.repositories.schema.Tables.WHATSAPP_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.testkit.fixture.Fixtures;
import dev.dualbase.testkit.junit.PostgresTest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The test kit's fixtures make valid rows of every generated table. */
@PostgresTest(migrations = "classpath:db/migration")
class FixturesOnSalonTablesTest {

    private final Backend backend;

    FixturesOnSalonTablesTest(Backend backend) {
        this.backend = backend;
    }

    @TestFactory
    Stream<DynamicTest> aRowCanBeInserted() {
        return forEachTable(
                table -> assertThat(insert(fixtures(table), table, 1)).hasSize(1));
    }

    @TestFactory
    Stream<DynamicTest> twentyRowsCanBeInserted() {
        return forEachTable(
                table -> assertThat(insert(fixtures(table), table, 20)).hasSize(20));
    }

    @TestFactory
    Stream<DynamicTest> nastyTextIsStoredAsItIs() {
        return forEachTable(table -> {
            Fixtures maker = fixtures(table).withNastyText();
            List<String> made = texts(each(20, i -> given(maker, i).record(table)));
            Fixtures inserter = fixtures(table).withNastyText();
            assertThat(texts(insert(inserter, table, 20))).isEqualTo(made);
        });
    }

    /** With numbers of their own, because the tables share a database. */
    private Fixtures fixtures(Table<?> table) {
        return Fixtures.of(backend).withSeed(SalonRepositories.TABLES.indexOf(table));
    }

    private static Stream<DynamicTest> forEachTable(Consumer<Table<?>> test) {
        return SalonRepositories.TABLES.stream().map(table -> dynamicTest(table.getName(), () -> test.accept(table)));
    }

    private static <R extends Record> List<R> insert(Fixtures fixtures, Table<R> table, int count) {
        return each(count, i -> given(fixtures, i).insert(table));
    }

    /** Their company is a text with a check: 1 to 50 letters, digits, underscores or hyphens. */
    private static Fixtures given(Fixtures fixtures, int number) {
        return fixtures.with(WHATSAPP_AUTH.COMPANY_ID, "company_" + number)
                .with(WHATSAPP_KEYS.COMPANY_ID, "company_" + number);
    }

    private static <T> List<T> each(int count, IntFunction<T> make) {
        return IntStream.rangeClosed(1, count).mapToObj(make).toList();
    }

    private static List<String> texts(List<? extends Record> rows) {
        return rows.stream()
                .map(row -> Arrays.stream(row.fields())
                        .filter(column -> column.getType() == String.class || column.getType() == String[].class)
                        .map(column -> column.getName() + "=" + Arrays.deepToString(new Object[] {row.get(column)}))
                        .toList()
                        .toString())
                .toList();
    }
}
