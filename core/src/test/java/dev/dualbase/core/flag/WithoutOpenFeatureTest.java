// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A host that does not bring the jar of OpenFeature. */
class WithoutOpenFeatureTest {

    @Test
    void everythingElseWorksWithoutIt() throws Exception {
        try (URLClassLoader host =
                new URLClassLoader(classPathWithoutOpenFeature(), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> host.loadClass("dev.openfeature.sdk.Client"))
                    .isInstanceOf(ClassNotFoundException.class);
            Object service = host.loadClass(Host.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(((Supplier<?>) service).get()).isEqualTo("true");
        }
    }

    private static URL[] classPathWithoutOpenFeature() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("openfeature"))
                .map(WithoutOpenFeatureTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
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
