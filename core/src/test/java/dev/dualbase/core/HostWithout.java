// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** The class path of a host that does not bring some optional jars. */
public final class HostWithout {

    private HostWithout() {}

    /**
     * What a class answers there.
     *
     * @param jars words in the paths of the jars that are left out
     * @param absent classes of theirs, which must not be found
     */
    public static Object answer(Class<? extends Supplier<?>> service, List<String> jars, String... absent)
            throws ReflectiveOperationException, IOException {
        try (URLClassLoader host = new URLClassLoader(classPath(jars), ClassLoader.getPlatformClassLoader())) {
            for (String name : absent) {
                assertThatThrownBy(() -> host.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
            }
            Object there =
                    host.loadClass(service.getName()).getDeclaredConstructor().newInstance();
            return ((Supplier<?>) there).get();
        }
    }

    private static URL[] classPath(Collection<String> jars) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> jars.stream().noneMatch(entry.getParent().toString()::contains))
                .map(HostWithout::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
