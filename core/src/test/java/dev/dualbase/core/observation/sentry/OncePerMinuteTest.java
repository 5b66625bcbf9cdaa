// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OncePerMinuteTest {
    private static final List<String> ONE = List.of("one");

    private long now = -5;

    @Test
    void eachNamePassesOnceAMinute() {
        OncePerMinute gate = new OncePerMinute(() -> now);
        assertThat(gate.isDue(ONE)).isTrue();
        now += TimeUnit.SECONDS.toNanos(59);
        assertThat(gate.isDue(ONE)).isFalse();
        assertThat(gate.isDue(List.of("two"))).isTrue();
        now += TimeUnit.SECONDS.toNanos(1);
        assertThat(gate.isDue(ONE)).isTrue();
        now++;
        assertThat(gate.isDue(ONE)).isFalse();
    }
}
