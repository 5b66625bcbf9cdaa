// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection in autocommit on which every prepared statement has settings that hold for it alone: for how long it may run,
 * and for which tenant it is.
 *
 * <p>Begin, settings, statement and commit travel in one message. It takes a transaction in so many words. Without one the
 * settings would last up to the next Sync, and pgjdbc sends one ahead of a statement whose answer it knows to be of any
 * size: of one that it has described because a null had no type.
 *
 * <p>The settings are set by a function because SET takes no parameters. The tenant is one, so that the driver keeps one
 * prepared statement for all of them.
 */
final class LocalSettings extends DefaultConnection {

    private static final int PARAMETERS = 2;

    private final String prefix;
    private final Optional<Tenant> tenant;

    /**
     * For whom a statement is.
     *
     * @param setting what the server calls it
     * @param name the value of that setting
     */
    record Tenant(String setting, String name) {}

    private LocalSettings(Connection connection, String settings, Optional<Tenant> tenant) {
        super(connection);
        this.prefix = "begin; select " + settings + "; ";
        this.tenant = tenant;
    }

    /** A connection with these settings, the same one if there are none. */
    static Connection on(Connection connection, Optional<Long> statementMillis, Optional<Tenant> tenant) {
        if (statementMillis.isEmpty() && tenant.isEmpty()) {
            return connection;
        }
        String limit = statementMillis
                .map(millis -> "set_config('statement_timeout', '" + millis + "', true)")
                .orElse("");
        String whose = tenant.isPresent() ? "set_config(?, ?, true)" : "";
        String both = limit.isEmpty() || whose.isEmpty() ? "" : ", ";
        return new LocalSettings(connection, limit + both + whose, tenant);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        // on a line of its own, which no comment at the end of the statement reaches
        PreparedStatement statement = getDelegate().prepareStatement(prefix + sql + "\n; commit");
        PreparedStatement ofItsResult = new InTransaction(statement, getDelegate());
        if (tenant.isEmpty()) {
            return ofItsResult;
        }
        statement.setString(1, tenant.get().setting());
        statement.setString(2, tenant.get().name());
        return behindTheTenant(ofItsResult);
    }

    /** Counts parameters from behind those of the tenant. */
    private static PreparedStatement behindTheTenant(PreparedStatement statement) {
        return (PreparedStatement) Proxy.newProxyInstance(
                LocalSettings.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> call(statement, method, arguments));
    }

    private static @Nullable Object call(PreparedStatement statement, Method method, @Nullable Object[] arguments)
            throws Throwable {
        if (arguments != null && arguments.length > 1 && isParameter(method)) {
            arguments[0] = (Integer) arguments[0] + PARAMETERS;
        }
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static boolean isParameter(Method method) {
        return method.getName().startsWith("set") && method.getParameterTypes()[0] == int.class;
    }
}
