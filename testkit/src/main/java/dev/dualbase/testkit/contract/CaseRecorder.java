// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Writes what each case found on a backend that has a title: a first line with the title, then a line for each case with its
 * topic, its name and its outcome, apart by tabs. The folder is that of the property {@value #FOLDER}; without it nothing is
 * written.
 */
final class CaseRecorder implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    static final String FOLDER = "dualbase.contract.results";

    private static final String SAME = "same";

    private final ConcurrentSkipListMap<String, String> outcomes = new ConcurrentSkipListMap<>();
    private volatile String title = "";

    /** What an earlier run wrote is not the result of this one. */
    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Optional<Path> file = file(context);
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        BackendContract contract = (BackendContract) context.getRequiredTestInstance();
        title = contract.title();
        String topic = context.getRequiredTestMethod().getDeclaringClass().getSimpleName();
        String key = topic + "\t" + context.getRequiredTestMethod().getName();
        outcomes.merge(
                key, outcome(context, contract.items().differences()), (one, other) -> one.equals(SAME) ? other : one);
    }

    private static String outcome(ExtensionContext context, Set<String> differences) {
        if (context.getExecutionException().isPresent()) {
            return "failed";
        }
        return differences.isEmpty() ? SAME : String.join(", ", differences);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Optional<Path> file = file(context);
        if (file.isPresent() && !title.isEmpty()) {
            Files.createDirectories(Objects.requireNonNull(file.get().getParent()));
            Stream<String> cases = outcomes.entrySet().stream().map(each -> each.getKey() + "\t" + each.getValue());
            List<String> lines = Stream.concat(Stream.of(title), cases).collect(Collectors.toList());
            Files.write(file.get(), lines);
        }
    }

    private static Optional<Path> file(ExtensionContext context) {
        return Optional.ofNullable(System.getProperty(FOLDER))
                .map(folder -> Path.of(folder, context.getRequiredTestClass().getSimpleName() + ".tsv"));
    }
}
