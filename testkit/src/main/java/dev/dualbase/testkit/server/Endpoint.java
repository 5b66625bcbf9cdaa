// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** How to reach a server, and how to end it. The password is empty where the server asks for none. */
record Endpoint(DatabaseUrl url, String user, String password, Runnable stop) {
    private static final int CONNECT_SECONDS = 10;

    static Endpoint local(int port, Runnable stop) {
        return new Endpoint(
                DatabaseUrl.parse("jdbc:postgresql://localhost:" + port + "/postgres"), "postgres", "", stop);
    }

    PGSimpleDataSource dataSource(String jdbcUrl) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** A connection to the database from which others are created and dropped. */
    AdminConnection admin() throws SQLException {
        PGSimpleDataSource source = dataSource(url.text());
        source.setConnectTimeout(CONNECT_SECONDS);
        return new AdminConnection(source.getConnection());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + url.withoutOptions();
    }
}
