// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.error.InvalidValueException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
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
        source.setUser(
                settings.user().or(() -> Optional.ofNullable(source.getUser())).orElse("postgres"));
        source.setPassword(settings.password()
                .or(() -> Optional.ofNullable(source.getPassword()))
                .orElse(""));
        source.setApplicationName("dualbase-" + settings.id());
        source.setConnectTimeout(seconds(settings.connectTimeout()));
        source.setSocketTimeout(seconds(settings.statementTimeout().plus(SOCKET_GRACE)));
        source.setTcpKeepAlive(true);
        source.setLogServerErrorDetail(false);
        settings.driverProperties().forEach((name, value) -> set(source, name, value, settings.id()));
        if (settings.pooling() == ServerPooling.TRANSACTION) {
            TransactionPooling.prepare(source);
        } else if (settings.pooling() == ServerPooling.NONE) {
            String options = Objects.requireNonNullElse(source.getOptions(), "");
            source.setOptions((options + " -c statement_timeout="
                            + settings.statementTimeout().toMillis())
                    .strip());
        }
        return source;
    }

    /** Refuses settings that cannot be, before anything is opened with others. */
    static void require(JdbcSettings settings) {
        Objects.requireNonNull(of(settings));
    }

    /** As {@link #of}, for one connection that is opened and asked within twice a timeout, in steps of a second. */
    static PGSimpleDataSource hurried(JdbcSettings settings, Duration timeout) {
        PGSimpleDataSource source = of(settings);
        source.setConnectTimeout(seconds(timeout));
        source.setSocketTimeout(seconds(timeout));
        source.setLoginTimeout(seconds(timeout));
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
