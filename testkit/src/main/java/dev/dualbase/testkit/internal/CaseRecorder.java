// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.internal;

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
 * Writes what each case of a contract found on a backend that has a title: a first line with the title, then a line for each
 * case with its topic, its name and its outcome, apart by tabs. The folder is that of the property {@value #FOLDER}; without
 * it nothing is written.
 */
public abstract class CaseRecorder implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final String FOLDER = "dualbase.contract.results";

    private static final String SAME = "same";

    private final ConcurrentSkipListMap<String, String> outcomes = new ConcurrentSkipListMap<>();
    private volatile String title = "";

    /** For subclasses. */
    protected CaseRecorder() {}

    /** The name of the backend in a table of results; empty for none. */
    protected abstract String title(Object test);

    /** How the backend differs in the case that a test has just been. */
    protected abstract Set<String> differences(Object test);

    /** The name of a case. */
    protected String name(ExtensionContext context) {
        return context.getRequiredTestMethod().getName();
    }

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
        Object test = context.getRequiredTestInstance();
        title = title(test);
        String topic = context.getRequiredTestMethod().getDeclaringClass().getSimpleName();
        outcomes.merge(
                topic + "\t" + name(context),
                outcome(context, differences(test)),
                (one, other) -> one.equals(SAME) ? other : one);
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
