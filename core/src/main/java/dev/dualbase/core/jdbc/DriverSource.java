// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.error.InvalidValueException;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** pgjdbc with our settings. */
final class DriverSource {

    /** The socket waits a little longer than the server, whose own timeout leaves the connection usable. */
    private static final Duration SOCKET_GRACE = Duration.ofSeconds(5);

    private DriverSource() {}

    static PGSimpleDataSource of(JdbcSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setURL(settings.url());
        } catch (IllegalArgumentException malformed) {
            // the message of the cause quotes the URL, which may hold a password
            throw new InvalidValueException("backend " + settings.id() + ": the JDBC URL is not one of PostgreSQL");
        }
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setApplicationName("dualbase-" + settings.id());
        source.setConnectTimeout(seconds(settings.connectTimeout()));
        source.setSocketTimeout(seconds(settings.statementTimeout().plus(SOCKET_GRACE)));
        source.setTcpKeepAlive(true);
        source.setLogServerErrorDetail(false);
        source.setOptions("-c statement_timeout=" + settings.statementTimeout().toMillis());
        settings.driverProperties().forEach((name, value) -> set(source, name, value, settings.id()));
        return source;
    }

    private static void set(PGSimpleDataSource source, String name, String value, String id) {
        if (name.equals("logServerErrorDetail")) {
            throw new InvalidValueException("backend " + id + ": " + name + " would put values of rows into messages");
        }
        try {
            source.setProperty(name, value);
        } catch (SQLException unknown) {
            throw new InvalidValueException("backend " + id + ": pgjdbc refuses the property " + name);
        }
    }

    private static int seconds(Duration duration) {
        return (int) Math.max(1, (duration.toMillis() + 999) / 1000);
    }
}
