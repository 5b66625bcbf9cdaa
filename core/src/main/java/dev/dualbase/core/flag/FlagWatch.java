// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.flag;

import dev.dualbase.core.error.StorageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flags and what they mean, kept up to date: a daemon thread asks their source every {@value #PERIOD_MILLIS} ms. A change
 * is taken as a whole or not at all. It is logged once, with the names of the flags that changed, and their values
 * unless they are hidden. Flags that cannot be as they are, or cannot be read, are logged once as an error, and the last good ones stay.
 *
 * @param <T> what the flags mean
 */
public final class FlagWatch<T> implements AutoCloseable {

    /** How often the source is asked. */
    public static final long PERIOD_MILLIS = 200;

    /** After a change that could not be taken, so that trying does not become a burden. */
    private static final int ROUNDS_OF_REST = 10;

    private static final Logger LOG = LoggerFactory.getLogger(FlagWatch.class);

    private final FlagSource source;
    private final Set<String> names;
    private final Set<String> hidden;
    private final Function<FlagReader, T> meaning;
    private final List<Consumer<? super T>> listeners = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(FlagWatch::daemon);
    private volatile T current;
    private Map<String, String> taken;
    private String complaint = "";
    private int roundsToRest;

    private FlagWatch(FlagSource source, Set<String> names, Set<String> hidden, Function<FlagReader, T> meaning) {
        this.source = source;
        this.names = names;
        this.hidden = hidden;
        this.meaning = meaning;
        FlagReader first = FlagReader.read(source, names);
        this.current = meaningOf(first);
        this.taken = first.values();
    }

    /**
     * Reads the flags, and starts to watch them.
     *
     * @param names the flags to ask for
     * @param meaning what they mean; it adds problems to the reader where they contradict one another
     * @throws dev.dualbase.core.error.InvalidValueException with every problem of the flags as they are now
     */
    public static <T> FlagWatch<T> start(FlagSource source, Collection<String> names, Function<FlagReader, T> meaning) {
        return start(source, names, Set.of(), meaning);
    }

    /**
     * The same with flags whose values the log does not show, such as names of tenants.
     *
     * @param hidden their names
     * @throws dev.dualbase.core.error.InvalidValueException with every problem of the flags as they are now
     */
    public static <T> FlagWatch<T> start(
            FlagSource source, Collection<String> names, Set<String> hidden, Function<FlagReader, T> meaning) {
        FlagWatch<T> watch = new FlagWatch<>(source, Set.copyOf(names), Set.copyOf(hidden), meaning);
        var unused =
                watch.thread.scheduleWithFixedDelay(watch::round, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** What the flags mean now. */
    public T current() {
        return current;
    }

    /**
     * Calls this with what the flags mean now, and then with each change, before {@link #current()} shows it. If it throws a
     * {@link StorageException}, the change is not taken yet, and tried again two seconds later.
     */
    public synchronized void follow(Consumer<? super T> listener) {
        listener.accept(current);
        listeners.add(listener);
    }

    private synchronized void round() {
        if (roundsToRest > 0) {
            roundsToRest--;
        } else {
            refresh();
        }
    }

    /** Asks the source now, without waiting for the next round. */
    public synchronized void refresh() {
        try {
            FlagReader now = FlagReader.read(source, names);
            if (!now.values().equals(taken)) {
                take(now);
            }
            complaint = "";
        } catch (StorageException refused) {
            complain(String.valueOf(refused.getMessage()));
        } catch (RuntimeException | Error failure) {
            // whatever it is: a round that throws would be the last one
            complain("they cannot be read, " + failure.getClass().getName());
        }
    }

    private void take(FlagReader now) {
        T next = meaningOf(now);
        roundsToRest = ROUNDS_OF_REST;
        listeners.forEach(listener -> listener.accept(next));
        roundsToRest = 0;
        LOG.info("flags changed: {}", differences(taken, now.values()));
        current = next;
        taken = now.values();
    }

    private T meaningOf(FlagReader reader) {
        T result = meaning.apply(reader);
        reader.orThrow();
        return result;
    }

    private void complain(String what) {
        if (!what.equals(complaint)) {
            complaint = what;
            LOG.error("the change of flags is not taken, the last good ones stay: {}", what);
        }
    }

    private String differences(Map<String, String> before, Map<String, String> after) {
        Set<String> concerned = new TreeSet<>(before.keySet());
        concerned.addAll(after.keySet());
        StringJoiner text = new StringJoiner(", ");
        for (String name : concerned) {
            String old = before.getOrDefault(name, "not set");
            String now = after.getOrDefault(name, "not set");
            if (!old.equals(now)) {
                text.add(hidden.contains(name) ? name + " (not shown)" : name + "=" + now + " (was " + old + ")");
            }
        }
        return text.toString();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "dualbase-flags");
        thread.setDaemon(true);
        return thread;
    }

    /** Stops watching. What the flags meant last stays. */
    @Override
    public void close() {
        var unused = thread.shutdownNow();
    }
}
