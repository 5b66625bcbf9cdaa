// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.testkit.internal.ServerRefusedException;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A host that does not bring Testcontainers is told so, and other servers are tried. */
class WithoutTestcontainersTest {
    @Test
    void docker_is_refused_and_says_why() throws Exception {
        try (URLClassLoader host = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Object refusal = host.loadClass(Host.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(((Supplier<?>) refusal).get()).isEqualTo("Testcontainers is not on the class path");
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("testcontainers"))
                .map(WithoutTestcontainersTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** What such a host asks for. */
    public static final class Host implements Supplier<String> {
        public Host() {}

        @Override
        public String get() {
            try {
                return "started at " + new DockerSource().start();
            } catch (ServerRefusedException refused) {
                return refused.reason();
            }
        }
    }
}
