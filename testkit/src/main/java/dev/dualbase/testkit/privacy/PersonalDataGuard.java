// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.privacy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.StorageException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.Record;

/**
 * Finds personal data where there must be none. While it is open it hears what is printed and logged, lets calls on marked
 * rows succeed and fail, and searches exceptions, logs, texts of values, names of threads, and what else it is given.
 *
 * <pre>{@code
 * try (PersonalDataGuard guard = PersonalDataGuard.open()) {
 *     guard.reading("sentry", inbox::text);
 *     guard.exercise(backend, MarkedRow.of(CLIENTS).with(CLIENTS.COMPANY_ID, 962302));
 *     guard.call(() -> service.book(guard.mark()));
 *     guard.assertSilent();
 * }
 * }</pre>
 *
 * <p>Of {@code java.util.logging} and of SLF4J's simple logger it opens all levels, with two exceptions that nothing but
 * their level can stop: {@code org.postgresql} stays at {@code FINE}, since below that pgjdbc logs the parameters of each
 * statement, and {@code jdk.internal.httpclient} at {@code INFO}, since below that the JDK logs the address of each request
 * with its filters. Other logging libraries are heard as far as they print to the console; let their levels be opened before.
 *
 * <p>Standard output and loggers belong to the process: one guard at a time. Not for use by several threads, though the
 * calls may use any.
 */
public final class PersonalDataGuard implements AutoCloseable {

    private static final int LONGEST_PLACE = 160;

    private final MarkedValues marked;
    private final ProcessOutput output;
    private final Map<String, Supplier<String>> sources = new LinkedHashMap<>();
    private final List<Leak> found = new ArrayList<>();
    private final Set<Class<? extends Throwable>> failures = new LinkedHashSet<>();

    private PersonalDataGuard(MarkedValues marked) {
        this.marked = marked;
        this.output = new ProcessOutput();
    }

    /** Looks for the values of {@link MarkedRow} and for {@link #mark()}. */
    public static PersonalDataGuard open() {
        return open(Marks.all());
    }

    /** Looks for values of one's own. */
    public static PersonalDataGuard open(MarkedValues marked) {
        return new PersonalDataGuard(marked);
    }

    /** A text that is looked for, to be used in calls of one's own. */
    public static String mark() {
        return Marks.TEXT;
    }

    /**
     * Searches a further place at the end.
     *
     * @param place what to call it
     * @param texts all that arrived there
     */
    public void reading(String place, Supplier<String> texts) {
        sources.put(place, texts);
    }

    /**
     * Runs a call, and searches what it throws.
     *
     * @return what it threw
     */
    @CanIgnoreReturnValue
    public Optional<Throwable> call(GuardedCall call) {
        try {
            call.run();
            return Optional.empty();
        } catch (Throwable failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            search(failure);
            return Optional.of(failure);
        } finally {
            search("name of a thread", threads());
        }
    }

    /** Searches an exception that was caught elsewhere. */
    public void search(Throwable failure) {
        failures.add(failure.getClass());
        found.addAll(marked.in(failure));
    }

    /** Searches a text. */
    public void search(String place, String text) {
        found.addAll(marked.in(place, text));
    }

    /** Searches the text forms of values. */
    public void show(Object... values) {
        for (Object value : values) {
            search("text form of " + value.getClass().getSimpleName(), value.toString());
        }
    }

    /**
     * Carries out every operation on marked rows: all filters, reads, streams, counts, inserts, upserts, bulks, updates,
     * deletes and transactions, and the failures that any table has. Rows that are in the table stay, and it may hold
     * marked ones afterwards.
     *
     * @throws StorageException if a call fails that should not, other than for want of a capability
     */
    public <R extends Record> void exercise(Backend backend, MarkedRow<R> rows) {
        new GuardedCalls<>(this, backend, rows).run();
    }

    /** The classes of the exceptions so far. */
    public Set<Class<? extends Throwable>> failures() {
        return Collections.unmodifiableSet(failures);
    }

    /** What was found so far, each once. */
    public List<Leak> leaks() {
        Set<Leak> all = new LinkedHashSet<>(found);
        sources.forEach((place, text) -> all.addAll(marked.in(place, text.get())));
        output.text().lines().forEach(line -> all.addAll(marked.in("logged: " + startOf(line), line)));
        return List.copyOf(all);
    }

    /** What was printed and logged since this was opened. */
    public String output() {
        return output.text();
    }

    /**
     * Fails if something was found.
     *
     * @throws AssertionError with each place
     */
    public void assertSilent() {
        List<Leak> leaks = leaks();
        if (!leaks.isEmpty()) {
            StringBuilder message = new StringBuilder("Personal data would be seen in");
            leaks.forEach(leak ->
                    message.append("\n  ").append(leak.place()).append(": ").append(leak.value()));
            throw new AssertionError(message.toString());
        }
    }

    /** Names the logger; a body that was logged may be long. */
    private static String startOf(String line) {
        return line.substring(0, Math.min(line.length(), LONGEST_PLACE));
    }

    private static String threads() {
        Thread[] threads = new Thread[2 * Thread.activeCount() + 8];
        int count = Thread.enumerate(threads);
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            names.append(threads[i].getName()).append('\n');
        }
        return names.toString();
    }

    @Override
    public void close() {
        output.close();
    }
}
