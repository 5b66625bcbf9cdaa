// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.HostWithout;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.sentry.SentryObservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A host that brings neither the jar of Sentry nor those of Micrometer. */
class WithoutSentryAndMicrometerTest {

    @Test
    void everythingElseWorksWithoutThem() throws Exception {
        assertThat(HostWithout.answer(
                        Host.class,
                        List.of("io/sentry", "io/micrometer"),
                        "io.sentry.Sentry",
                        "io.micrometer.core.instrument.MeterRegistry"))
                .isEqualTo("[transaction failed]");
    }

    /** What such a host does: a call on a server that is not there, told to all listeners. */
    public static final class Host implements Supplier<String> {
        public Host() {}

        @Override
        public String get() {
            List<String> told = new ArrayList<>();
            try (Backend backend = ObservedBackend.observe(
                    JdbcBackend.builder("absent")
                            .url("jdbc:postgresql://127.0.0.1:1/none")
                            .connectTimeout(Duration.ofMillis(250))
                            .build(),
                    SentryObservation.calls(Duration.ZERO),
                    CallListener.logging(CallLogging::defaults),
                    event -> told.add(event.kind() + (event.failure().isPresent() ? " failed" : "")))) {
                return backend.inTransaction(TransactionOptions.defaults(), () -> "the server is there");
            } catch (ConnectionFailureException expected) {
                return told.toString();
            }
        }
    }
}
