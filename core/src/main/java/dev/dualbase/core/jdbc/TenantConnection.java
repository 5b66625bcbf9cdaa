// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jspecify.annotations.Nullable;

/**
 * Says ahead of each prepared statement, in the same message, for which tenant it is: as {@link TimedConnection} does it with
 * the timeout. The tenant is a parameter, so that the driver keeps one prepared statement for all of them.
 */
final class TenantConnection extends DefaultConnection {

    private static final String PREFIX = "select set_config(?, ?, true); ";
    private static final int PARAMETERS = 2;

    private final String setting;
    private final String tenant;

    TenantConnection(Connection connection, String setting, String tenant) {
        super(connection);
        this.setting = setting;
        this.tenant = tenant;
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        PreparedStatement statement = getDelegate().prepareStatement(PREFIX + sql);
        statement.setString(1, setting);
        statement.setString(2, tenant);
        return behindTheSetting(new SecondResult(statement));
    }

    /** Counts parameters from behind those of the setting. */
    private static PreparedStatement behindTheSetting(PreparedStatement statement) {
        return (PreparedStatement) Proxy.newProxyInstance(
                TenantConnection.class.getClassLoader(),
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
