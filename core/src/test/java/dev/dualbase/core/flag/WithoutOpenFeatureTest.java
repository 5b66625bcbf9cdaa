// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.HostWithout;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A host that does not bring the jar of OpenFeature. */
class WithoutOpenFeatureTest {

    @Test
    void everythingElseWorksWithoutIt() throws Exception {
        assertThat(HostWithout.answer(Host.class, List.of("dev/openfeature"), "dev.openfeature.sdk.Client"))
                .isEqualTo("true");
    }

    /** What such a host does. */
    public static final class Host implements Supplier<String> {
        public Host() {}

        @Override
        public String get() {
            FlagSource source = FlagSource.firstOf(
                    FlagSource.environment(), FlagSource.systemProperties(), FlagSource.fixed(Map.of("A", "true")));
            try (FlagWatch<Boolean> watch = FlagWatch.start(source, List.of("A"), flags -> flags.isOn("A", false))) {
                return String.valueOf(watch.current());
            }
        }
    }
}
