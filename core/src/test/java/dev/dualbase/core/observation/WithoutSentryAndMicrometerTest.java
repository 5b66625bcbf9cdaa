// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.sentry.SentryObservation;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A host that brings neither the jar of Sentry nor those of Micrometer. */
class WithoutSentryAndMicrometerTest {

    @Test
    void everythingElseWorksWithoutThem() throws Exception {
        try (URLClassLoader host = new URLClassLoader(classPathWithoutThem(), ClassLoader.getPlatformClassLoader())) {
            for (String absent : List.of("io.sentry.Sentry", "io.micrometer.core.instrument.MeterRegistry")) {
                assertThatThrownBy(() -> host.loadClass(absent)).isInstanceOf(ClassNotFoundException.class);
            }
            Object service = host.loadClass(Host.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(((Supplier<?>) service).get()).isEqualTo("[transaction failed]");
        }
    }

    private static URL[] classPathWithoutThem() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Stream.of("sentry", "micrometer")
                        .noneMatch(
                                name -> Path.of(entry).getFileName().toString().startsWith(name)))
                .map(WithoutSentryAndMicrometerTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
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
