// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.fixture.Fixtures;
import dev.dualbase.testkit.postgrest.PostgrestServer;
import dev.dualbase.testkit.server.TestDatabase;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What tests may ask for. */
final class Injection {
    private static final Map<Class<?>, Function<Workspace, Object>> KNOWN = Map.of(
            TestDatabase.class, Workspace::database,
            Backend.class, Workspace::backend,
            JdbcBackend.class, Workspace::jdbc,
            DataSource.class, Workspace::dataSource,
            Fixtures.class, Workspace::fixtures,
            PostgrestServer.class, Workspace::postgrest);

    private Injection() {}

    static boolean supports(Class<?> type) {
        return KNOWN.containsKey(type) || constructor(type).isPresent();
    }

    static Object of(Class<?> type, Workspace workspace) {
        @Nullable Function<Workspace, Object> known = KNOWN.get(type);
        return known == null ? construct(constructor(type).orElseThrow(), workspace.backend()) : known.apply(workspace);
    }

    private static Optional<Constructor<?>> constructor(Class<?> type) {
        return Modifier.isAbstract(type.getModifiers())
                ? Optional.empty()
                : Stream.of(type.getConstructors())
                        .filter(Injection::takesBackend)
                        .findFirst();
    }

    private static boolean takesBackend(Constructor<?> constructor) {
        return constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Backend.class;
    }

    /** A public constructor may belong to a class that is not. */
    private static Object construct(Constructor<?> constructor, Backend backend) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(backend);
        } catch (InvocationTargetException e) {
            throw new ParameterResolutionException("Its constructor failed", e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw new ParameterResolutionException("Its constructor cannot be called", e);
        }
    }
}
