// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class TlsServerTest {
    private final TestAuthority authority = TestAuthority.create();

    @TempDir
    private Path folder;

    private static Connection connect(PostgresServer server, String mode, Path root) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.jdbcUrl("postgres"));
        source.setUser(server.user());
        source.setSslMode(mode);
        source.setSslRootCert(root.toString());
        return source.getConnection();
    }

    @Test
    void whoTrustsTheAuthorityGetsTls() throws SQLException, IOException {
        Path root = authority.writeTo(folder.resolve("root.crt"));
        try (PostgresServer server = PostgresServers.startWithTls(authority.issue("localhost", "127.0.0.1"));
                Connection connection = connect(server, "verify-full", root);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            answer.next();
            assertThat(answer.getBoolean(1)).isTrue();
            assertThat(PostgresServers.shared(ServerKind.EMBEDDED)).isNotSameAs(server);
        }
    }

    @Test
    void whoTrustsAnotherAuthorityDoesNot() throws IOException {
        Path other = TestAuthority.create().writeTo(folder.resolve("other.crt"));
        try (PostgresServer server = PostgresServers.startWithTls(authority.issue("localhost"))) {
            assertThatThrownBy(() -> connect(server, "verify-ca", other)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aServerOfItsOwnEndsWhenItIsClosed() {
        PostgresServer server = PostgresServers.startWithTls(TestAuthority.selfSigned("localhost"));
        server.close();
        assertThatThrownBy(() -> connect(server, "require", folder)).isInstanceOf(SQLException.class);
    }

    @Test
    void theKeyIsInNoTextForm() {
        TestCertificate certificate = authority.issue("localhost");
        assertThat(certificate.toString()).doesNotContain("PRIVATE");
        assertThat(certificate.certificate()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(authority.certificate()).isNotEqualTo(certificate.certificate());
    }
}
