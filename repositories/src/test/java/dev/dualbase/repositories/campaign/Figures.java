// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.campaign;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
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
    private Duration longestRecovery = Duration.ZERO;
    private Duration longestWithDeadConnections = Duration.ZERO;

    void add(Collection<Attempt> attempts, Trouble trouble, Duration recovery) {
        rounds++;
        calls += attempts.size();
        attempts.forEach(this::add);
        if (trouble.leavesDeadConnections()) {
            longestWithDeadConnections = longer(longestWithDeadConnections, recovery);
        } else {
            longestRecovery = longer(longestRecovery, recovery);
        }
    }

    private void add(Attempt attempt) {
        tasks.add(attempt.task());
        longestCall = longer(longestCall, attempt.took());
        attempt.failure().ifPresent(failure -> failures.merge(failure.getClass().getSimpleName(), 1, Integer::sum));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    int failures() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    int calls() {
        return calls;
    }

    @Override
    public String toString() {
        return ("%d rounds, %d calls of %d kinds, failed: %s; longest call %d ms; pool full again after %d ms at most,"
                        + " %d ms where connections may be dead; %d s")
                .formatted(
                        rounds,
                        calls,
                        tasks.size(),
                        failures,
                        longestCall.toMillis(),
                        longestRecovery.toMillis(),
                        longestWithDeadConnections.toMillis(),
                        Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }
}
