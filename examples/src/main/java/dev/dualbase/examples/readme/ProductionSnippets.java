// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.readme;

import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.repositories.RowLevelSecurity;
import dev.dualbase.testkit.server.PostgresServer;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.TestAuthority;
import dev.dualbase.timeweb.TimewebBackends;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The Java of the guide's page on production, word for word: a test compares the two. */
final class ProductionSnippets {

    private ProductionSnippets() {}

    static JdbcBackend built(String password) {
        JdbcBackend backend = TimewebBackends.builder()
                .host("db.example.com")
                .database("salon")
                .user("bot")
                .password(password)
                .rootCertificate("/etc/ssl/timeweb.crt")
                .maxConnections(3)
                .statementTimeout(Duration.ofSeconds(10))
                .build();
        return backend;
    }

    static void test(Path folder) throws IOException {
        TestAuthority authority = TestAuthority.create();
        Path root = authority.writeTo(folder.resolve("root.crt"));
        try (PostgresServer server = PostgresServers.startWithTls(authority.issue("localhost"))) {
            String url = server.jdbcUrl("postgres") + "?sslmode=verify-full&sslrootcert=" + root;
            report(url);
        }
    }

    static JdbcBackend perCompany(Statement statement) throws SQLException {
        statement.execute(RowLevelSecurity.script());
        JdbcBackend backend = TimewebBackends.builder(System.getenv())
                .tenantSetting(RowLevelSecurity.SETTING)
                .build();
        return backend;
    }

    private static void report(String url) {
        System.out.println(url);
    }
}
