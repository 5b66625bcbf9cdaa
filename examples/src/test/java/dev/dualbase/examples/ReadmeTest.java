// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every snippet of the README and the guide stands, line by line, in something that the build compiles or runs. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> PAGES = List.of(
            "README.md",
            "docs/supabase-rest.md",
            "docs/production.md",
            "docs/observation.md",
            "docs/privacy.md",
            "docs/replicas.md",
            "docs/changing-backends.md");
    private static final Pattern BLOCK = Pattern.compile("```(java|xml)\\n(.*?)```", Pattern.DOTALL);

    static List<String> snippets() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String page : PAGES) {
            text.append(Files.readString(ROOT.resolve(page)));
        }
        return BLOCK.matcher(text).results().map(block -> block.group(2)).toList();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void a_snippet_is_compiled(String snippet) throws IOException {
        assertThat(compiled()).anyMatch(source -> source.contains(unindented(snippet)));
    }

    @Test
    void the_readme_has_snippets() throws IOException {
        assertThat(snippets()).hasSizeGreaterThan(12);
    }

    @Test
    void the_readme_names_the_command_that_ci_runs() throws IOException {
        List<String> commands = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(commands).anyMatch(block -> block.contains("mvn verify") && block.contains("./demo"));
    }

    @Test
    void the_tests_that_hold_the_promises_exist() throws IOException {
        List<String> named = Pattern.compile("`(\\w+(?:Test|Contract|IT))`")
                .matcher(Files.readString(ROOT.resolve("docs/guarantees.md")))
                .results()
                .map(test -> test.group(1) + ".java")
                .toList();
        try (Stream<Path> files = Files.walk(ROOT, 12)) {
            Set<String> present = files.filter(file -> file.toString().contains("src"))
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
            assertThat(present).containsAll(named);
        }
    }

    @Test
    void the_pages_that_are_linked_exist() throws IOException {
        for (String page : PAGES) {
            Path file = ROOT.resolve(page);
            Pattern.compile("\\]\\(([^)#:]+)[^)]*\\)")
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(link ->
                            assertThat(file.resolveSibling(link.group(1))).exists());
        }
    }

    private static List<String> compiled() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples/src"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList());
            sources.add(ROOT.resolve("examples/pom.xml"));
            return sources.stream().map(ReadmeTest::unindented).toList();
        }
    }

    private static String unindented(Path file) {
        try {
            return unindented(Files.readString(file));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
