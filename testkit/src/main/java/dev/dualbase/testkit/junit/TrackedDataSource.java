// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Remembers where each connection was opened. */
final class TrackedDataSource {
    private final DataSource source;
    private final BooleanSupplier inTest;
    private final Set<Opened> opened = ConcurrentHashMap.newKeySet();

    /**
     * Watches a source of connections.
     *
     * @param inTest whether a test runs now, as opposed to what goes before and after all tests of a class
     */
    TrackedDataSource(DataSource source, BooleanSupplier inTest) {
        this.source = source;
        this.inTest = inTest;
    }

    DataSource asDataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    @Nullable Object result = call(method, arguments);
                    if (result instanceof Connection connection) {
                        remember(connection);
                    }
                    return result;
                });
    }

    /** The connections that nobody has closed. */
    List<Opened> open() {
        opened.removeIf(Opened::isClosed);
        return List.copyOf(opened);
    }

    private void remember(Connection connection) throws SQLException {
        opened.removeIf(Opened::isClosed);
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        opened.add(new Opened(connection, pid, inTest.getAsBoolean(), new Throwable("The connection was opened here")));
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(source, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** A connection, its session on the server, and where it comes from. */
    record Opened(Connection connection, int pid, boolean inTest, Throwable trace) {
        boolean isClosed() {
            try {
                return connection.isClosed();
            } catch (SQLException e) {
                return true;
            }
        }

        Leak leak() {
            return new Leak(
                    pid,
                    "a connection that was opened at "
                            + CallSite.calling(TrackedDataSource.class, trace.getStackTrace()),
                    trace);
        }
    }
}
