// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Where the data lies, as text that reaches the processes that JMH starts.
 *
 * @param url the JDBC address
 * @param user who signs in
 * @param password empty where the server asks for none
 * @param restUrl the address of PostgREST over the same database, empty where there is none
 * @param restKey its key
 */
public record Database(String url, String user, String password, String restUrl, String restKey) {

    /** How many connections every contender has. */
    public static final int POOL_SIZE = 8;

    private static final String PREFIX = "dualbase.bench.";

    /** The one that {@link #jvmArguments} told this process of. */
    public static Database ofThisProcess() {
        return new Database(text("url"), text("user"), text("password"), text("rest.url"), text("rest.key"));
    }

    private static String text(String name) {
        return System.getProperty(PREFIX + name, "");
    }

    /** And that libraries keep quiet there. */
    private Map<String, String> properties() {
        return Map.of(
                PREFIX + "url",
                url,
                PREFIX + "user",
                user,
                PREFIX + "password",
                password,
                PREFIX + "rest.url",
                restUrl,
                PREFIX + "rest.key",
                restKey,
                "org.jboss.logging.provider",
                "slf4j",
                "org.jooq.no-logo",
                "true",
                "org.jooq.no-tips",
                "true",
                "org.slf4j.simpleLogger.defaultLogLevel",
                "error");
    }

    /** What makes it known to another process. */
    public List<String> jvmArguments() {
        return properties().entrySet().stream()
                .map(each -> "-D" + each.getKey() + "=" + each.getValue())
                .toList();
    }

    /** Makes it known to this process. */
    public void announce() {
        properties().forEach(System::setProperty);
    }

    /** The pool of every contender that has none of its own. */
    public HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(POOL_SIZE);
        return new HikariDataSource(config);
    }

    /** One connection, for what is not measured. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
