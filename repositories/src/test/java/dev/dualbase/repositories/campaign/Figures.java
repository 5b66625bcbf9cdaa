// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a campaign has seen, to be printed. */
final class Figures {

    private final long begin = System.nanoTime();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final Set<Task> tasks = new HashSet<>();
    private int rounds;
    private int calls;
    private Duration longestCall = Duration.ZERO;
    private final List<Duration> recoveries = new ArrayList<>();
    private final List<Duration> withDeadConnections = new ArrayList<>();

    void add(Collection<Attempt> attempts, Trouble trouble, Duration recovery) {
        rounds++;
        calls += attempts.size();
        attempts.forEach(this::add);
        (trouble.leavesDeadConnections() ? withDeadConnections : recoveries).add(recovery);
    }

    private void add(Attempt attempt) {
        tasks.add(attempt.task());
        longestCall = longer(longestCall, attempt.took());
        attempt.failure().ifPresent(failure -> failures.merge(failure.getClass().getSimpleName(), 1, Integer::sum));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** The median, the slowest of a hundred, and the slowest. */
    private static String spread(List<Duration> all) {
        List<Long> millis = all.stream().map(Duration::toMillis).sorted().toList();
        return millis.isEmpty()
                ? "-"
                : "%d ms, of a hundred %d, %d at most"
                        .formatted(
                                millis.get(millis.size() / 2),
                                millis.get(millis.size() * 99 / 100),
                                millis.get(millis.size() - 1));
    }

    int failures() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    int calls() {
        return calls;
    }

    @Override
    public String toString() {
        return ("%d rounds, %d calls of %d kinds, failed: %s; longest call %d ms; pool full again after %s;"
                        + " where connections may be dead after %s; %d s")
                .formatted(
                        rounds,
                        calls,
                        tasks.size(),
                        failures,
                        longestCall.toMillis(),
                        spread(recoveries),
                        spread(withDeadConnections),
                        Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }
}
