// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The table of the guide is what the tests of the modules found. It needs their results: they are built before. */
class ContractTableTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGE = ROOT.resolve("docs/contract.md");
    private static final int LEAST = 300;

    /** The modules whose tests write results. */
    private static final List<String> BACKEND = List.of("testkit", "supabase-adapter");

    private static final List<String> DATA_LAYER = List.of("repositories");

    /** It reads no row and takes no input. */
    private static final List<String> NOT_OF_HEALTH = List.of("DataLayerAbsentContract", "DataLayerInputContract");

    /** In the order of the table. */
    private static final List<String> BACKENDS = List.of(
            "JDBC, PostgreSQL 18",
            "JDBC, PostgreSQL 15",
            "JDBC through PgBouncer",
            "REST, PostgreSQL 18",
            "REST, PostgreSQL 15",
            "REST without functions");

    @Test
    void the_table_is_what_the_tests_found() throws IOException {
        String page = ContractTable.of(inOrder(BACKEND)) + new DataLayerTable(inOrder(DATA_LAYER)).text();
        if ("write".equals(System.getProperty("dualbase.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as(
                        "docs/contract.md differs from what the tests found: mvn verify -Ddualbase.docs=write writes it anew")
                .isEqualTo(page);
    }

    @Test
    void every_backend_was_asked_every_question_and_failed_none() throws IOException {
        List<ContractResults> results = inOrder(BACKEND);
        assertThat(results.get(0).outcomes()).hasSizeGreaterThanOrEqualTo(LEAST);
        assertSameQuestions(results);
        assertSameQuestions(inOrder(DATA_LAYER));
    }

    @Test
    void every_method_of_the_data_layer_has_cases_of_every_kind() throws IOException {
        DataLayerTable table = new DataLayerTable(inOrder(DATA_LAYER));
        assertThat(DataLayerTable.methodNames()).hasSize(21);
        for (String method : DataLayerTable.methodNames()) {
            List<String> without = DataLayerTable.KINDS.stream()
                    .filter(kind -> table.cases(kind, method) == 0)
                    .toList();
            assertThat(without).as(method).isEqualTo(method.equals("healthCheck") ? NOT_OF_HEALTH : List.of());
        }
    }

    private static void assertSameQuestions(List<ContractResults> results) {
        for (ContractResults backend : results) {
            assertThat(backend.outcomes().keySet())
                    .as(backend.title())
                    .containsExactlyInAnyOrderElementsOf(
                            results.get(0).outcomes().keySet());
            assertThat(backend.outcomes().values()).as(backend.title()).doesNotContain(ContractResults.FAILED);
        }
    }

    /** The results of all modules, or none where a developer has built only some. */
    private static List<ContractResults> inOrder(List<String> modules) throws IOException {
        List<ContractResults> results = new ArrayList<>(ContractResults.of(ROOT, modules));
        List<String> present = results.stream().map(ContractResults::title).toList();
        List<String> missing =
                BACKENDS.stream().filter(title -> !present.contains(title)).toList();
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(missing.isEmpty(), "no results of " + missing + ": build all modules, with tests");
        }
        assertThat(missing).as("backends without results").isEmpty();
        results.sort(Comparator.comparing(backend -> place(backend.title())));
        return results;
    }

    private static int place(String title) {
        int place = BACKENDS.indexOf(title);
        return place < 0 ? BACKENDS.size() : place;
    }
}
