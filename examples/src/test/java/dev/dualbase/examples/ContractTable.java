// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples;

import dev.dualbase.core.backend.Capability;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of the contract as a page of the guide. */
final class ContractTable {

    private static final String INTRODUCTION = """
            # The contract, case by case

            Every backend answers the same questions; this is what each of them said. The page is made by the tests:
            `mvn verify -Ddualbase.docs=write` writes it anew, and a build whose results differ from it fails. What it means for
            Supabase over REST, with the small differences that no case is about, is in [supabase-rest.md](supabase-rest.md).

            """;

    private final List<ContractResults> backends;
    private final StringBuilder page = new StringBuilder(INTRODUCTION);

    private ContractTable(List<ContractResults> backends) {
        this.backends = backends;
    }

    /** The page for these backends, in their order. */
    static String of(List<ContractResults> backends) {
        ContractTable table = new ContractTable(backends);
        table.summary();
        table.differences();
        table.topics();
        return table.page.toString();
    }

    private void summary() {
        row(Stream.of("backend", "cases", "the same", "refused", "weaker"));
        row(Stream.of("---", "---:", "---:", "---:", "---:"));
        for (ContractResults backend : backends) {
            row(Stream.of(
                    backend.title(),
                    String.valueOf(backend.outcomes().size()),
                    String.valueOf(backend.count(ContractResults.SAME)),
                    String.valueOf(backend.count("refuses")),
                    String.valueOf(backend.count("weaker"))));
        }
        page.append(
                "\nA case that is refused has tried the capability that it needs, and got an exception that says so. A case"
                        + " that is weaker\nasserts what is left of the promise.\n\n");
    }

    private void differences() {
        page.append("## The differences\n");
        for (Capability capability : Capability.values()) {
            String backendsWithout = backends.stream()
                    .filter(backend -> backend.differing(capability.name()) > 0)
                    .map(backend -> backend.title() + " (" + backend.differing(capability.name()) + ")")
                    .collect(Collectors.joining("; "));
            if (!backendsWithout.isEmpty()) {
                page.append("\n### ").append(capability).append("\n\n");
                page.append("Why: ").append(capability.whyNot()).append(".\n\n");
                page.append("Instead: ").append(capability.instead()).append(".\n\n");
                page.append("Cases: ").append(backendsWithout).append(".\n");
            }
        }
    }

    private void topics() {
        SortedMap<String, List<String>> cases = backends.stream()
                .flatMap(backend -> backend.outcomes().keySet().stream())
                .distinct()
                .sorted()
                .collect(Collectors.groupingBy(
                        each -> each.substring(0, each.indexOf('\t')), TreeMap::new, Collectors.toList()));
        cases.forEach(this::topic);
    }

    private void topic(String name, List<String> cases) {
        page.append(new CaseTable(backends).topic("\n## " + CaseTable.words(name), cases));
    }

    private void row(Stream<String> cells) {
        page.append(CaseTable.row(cells));
    }
}
