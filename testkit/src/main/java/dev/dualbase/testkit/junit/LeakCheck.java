// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.junit.TrackedDataSource.Opened;
import dev.dualbase.testkit.server.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Finds what tests left open on a database. Tells each thing once. */
final class LeakCheck {
    /** A server notices the end of a connection a little later than the client, a pool the end of a call. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(25);

    private final TestDatabase database;
    private final JdbcBackend jdbc;
    private final WatchedBackend backend;
    private final TrackedDataSource dataSource;
    private final Set<Object> told = ConcurrentHashMap.newKeySet();
    private final AtomicInteger begun = new AtomicInteger();

    LeakCheck(TestDatabase database, JdbcBackend jdbc, WatchedBackend backend, TrackedDataSource dataSource) {
        this.database = database;
        this.jdbc = jdbc;
        this.backend = backend;
        this.dataSource = dataSource;
    }

    void testBegins() {
        begun.incrementAndGet();
    }

    /** What is open although nobody should use the database any more. */
    List<Leak> atEnd() {
        return told(afterGrace(true));
    }

    /**
     * What a test left open while others follow on the same database. What was opened before all tests, and sessions of
     * other pools that do nothing, may stay until the end. Empty if the next test begins meanwhile: whose it is cannot be
     * said then.
     */
    List<Leak> betweenTests() {
        int before = begun.get();
        List<Leak> leaks = afterGrace(false);
        return begun.get() == before ? told(leaks) : List.of();
    }

    private List<Leak> told(List<Leak> leaks) {
        return leaks.stream().filter(leak -> told.add(leak.source())).toList();
    }

    private List<Leak> afterGrace(boolean end) {
        long deadline = System.nanoTime() + GRACE.toNanos();
        List<Leak> leaks = now(end);
        while (!leaks.isEmpty() && System.nanoTime() < deadline && pause()) {
            leaks = now(end);
        }
        return leaks;
    }

    private List<Leak> now(boolean end) {
        List<Opened> opened = dataSource.open();
        List<Leak> leaks = new ArrayList<>(inPool());
        opened.stream().filter(one -> end || one.inTest()).map(Opened::leak).forEach(leaks::add);
        Set<Integer> known = opened.stream().map(Opened::pid).collect(Collectors.toSet());
        OpenSession.notOf("dualbase-" + jdbc.id(), database).stream()
                .filter(session -> !known.contains(session.pid()))
                .filter(session -> end || session.isBusy())
                .map(OpenSession::leak)
                .forEach(leaks::add);
        return untold(leaks);
    }

    private List<Leak> untold(List<Leak> leaks) {
        return leaks.stream().filter(leak -> !told.contains(leak.source())).toList();
    }

    private List<Leak> inPool() {
        int active = jdbc.poolStats().active();
        List<Leak> calls = active == 0 ? List.of() : backend.calls();
        boolean unexplained = active > 0 && calls.isEmpty();
        return unexplained ? List.of(unexplained(active)) : calls;
    }

    private Leak unexplained(int active) {
        return new Leak(
                jdbc,
                active + " calls of the JdbcBackend; a Backend instead of it lets this message name their lines",
                null);
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
