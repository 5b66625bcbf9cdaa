// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs sample classes through JUnit, as a build would. */
public final class Run {
    private Run() {}

    /** With what is set already. */
    public static EngineExecutionResults samples(Class<?>... samples) {
        return samples(Map.of(), samples);
    }

    /** With settings of JUnit. */
    public static EngineExecutionResults samples(Map<String, String> settings, Class<?>... samples) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("dualbase.test.keep", "never")
                .configurationParameters(settings)
                .selectors(Stream.of(samples).map(sample -> selectClass(sample)).toArray(DiscoverySelector[]::new))
                .execute();
    }

    /** All of the samples' tests run and pass, and so do their classes. */
    public static void passes(int tests, EngineExecutionResults results) {
        assertThat(failures(results.allEvents())).isEmpty();
        results.testEvents().assertStatistics(stats -> stats.succeeded(tests));
    }

    /** What went wrong, in the words that a person reads. */
    public static List<String> failures(Events events) {
        return events.failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow().getMessage())
                .toList();
    }
}
