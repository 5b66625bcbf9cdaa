// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dualbase.core.backend.Health;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.ServerInfo;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.health.HealthCheck;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.SslMode;
import dev.dualbase.testkit.internal.Await;
import dev.dualbase.testkit.server.PostgresServer;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestAuthority;
import dev.dualbase.testkit.server.TestCertificate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which servers are let have the password, and which not. A call that is refused does not wait for the connect timeout. */
@Timeout(120)
class TlsTest {

    private static final String SECRET = "marked-secret";

    @TempDir
    private static Path folder;

    private static TestAuthority authority;
    private static Path root;
    private static PostgresServer server;

    @BeforeAll
    static void start() throws IOException {
        authority = TestAuthority.create();
        root = authority.writeTo(folder.resolve("root.crt"));
        server = PostgresServers.startWithTls(authority.issue("localhost"));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void each_of_several_hosts_is_verified() {
        int port = port(server);
        try (JdbcBackend backend =
                        at(server).host("localhost:1,localhost:" + port).build();
                JdbcBackend other =
                        at(server).host("localhost:1,127.0.0.1:" + port).build()) {
            assertThat(backend.health().server()).isPresent();
            assertThat(other.health().failure()).containsInstanceOf(ConnectionFailureException.class);
        }
    }

    private static int port(PostgresServer where) {
        return URI.create(where.jdbcUrl("postgres").substring("jdbc:".length())).getPort();
    }

    private static TimewebBuilder at(PostgresServer where) {
        URI address = URI.create(where.jdbcUrl("postgres").substring("jdbc:".length()));
        return TimewebBackends.builder()
                .host(address.getHost())
                .port(address.getPort())
                .database("postgres")
                .user(where.user())
                .password(SECRET)
                .rootCertificate(root.toString())
                .connectTimeout(Duration.ofMinutes(10));
    }

    @Test
    void the_right_name_and_authority_connect_by_tls() throws SQLException {
        try (JdbcBackend backend = at(server).build()) {
            assertThat(backend.inTransaction(TransactionOptions.defaults(), TlsTest::encrypted))
                    .isEqualTo("t TLSv1.3");
            assertThat(health(backend).server()).flatMap(ServerInfo::tls).contains("TLSv1.3");
            assertThat(health(backend).status()).isEqualTo(Health.Status.HEALTHY);
        }
    }

    @Test
    void plain_text_that_was_asked_for_is_plain_text() throws SQLException {
        try (JdbcBackend backend =
                at(server).rootCertificate("").sslMode(SslMode.DISABLE).build()) {
            assertThat(backend.inTransaction(TransactionOptions.defaults(), TlsTest::encrypted))
                    .isEqualTo("f null");
            assertThat(health(backend).server().orElseThrow().tls()).isEmpty();
        }
    }

    private static Health health(JdbcBackend backend) {
        return HealthCheck.of(backend, List.of(), Duration.ofMinutes(1)).ask();
    }

    /** What the server says of the session that a backend holds. */
    private static String encrypted() throws SQLException {
        try (Connection beside = DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), "");
                Statement statement = beside.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT s.ssl, s.version FROM pg_stat_ssl s JOIN pg_stat_activity USING (pid)
                        WHERE application_name = 'dualbase-timeweb' ORDER BY backend_start DESC LIMIT 1
                        """)) {
            assertThat(row.next()).isTrue();
            return row.getString(1) + " " + row.getString(2);
        }
    }

    @Test
    void another_name_is_refused() {
        refused(at(server).host("127.0.0.1"), "for another name", "POSTGRES_HOST");
    }

    @Test
    void a_replica_of_another_name_is_refused_and_the_primary_answers() {
        TimewebBuilder builder = at(server);
        try (JdbcBackend backend =
                builder.replica("127.0.0.1", builder.settings().port()).build()) {
            TransactionOptions reading = TransactionOptions.defaults().asReadOnly(ReadPreference.REPLICA);
            assertThat(backend.inTransaction(reading, () -> "connected")).isEqualTo("connected");
            assertThat(backend.replicas().get(0).inUse()).isFalse();
            assertThat(backend.replicas().get(0).health().failure().orElseThrow())
                    .hasMessageContaining("for another name");
        }
    }

    @Test
    void another_authority_is_refused() throws IOException {
        Path other = TestAuthority.create().writeTo(folder.resolve("other.crt"));
        refused(at(server).rootCertificate(other.toString()), "signed by no authority", "PGSSLROOTCERT");
    }

    @Test
    void a_server_that_is_mended_is_used_without_a_restart() throws IOException {
        Path file = TestAuthority.create().writeTo(folder.resolve("mended.crt"));
        try (JdbcBackend backend = at(server).rootCertificate(file.toString()).build()) {
            assertThat(call(backend)).isPresent();
            authority.writeTo(file);
            Await.until("the server is trusted", () -> call(backend).isEmpty());
        }
    }

    @Test
    void a_certificate_that_expired_is_refused() {
        refused(authority.issueExpired("localhost"), "out of date", "renew it");
    }

    @Test
    void a_certificate_that_signed_itself_is_refused() {
        refused(TestAuthority.selfSigned("localhost"), "signed by no authority", "PGSSLROOTCERT");
    }

    @Test
    void plain_text_is_refused() {
        refused(at(PostgresServers.shared(ServerKind.EMBEDDED)), "does not speak TLS", "ssl = on");
    }

    @Test
    void a_root_certificate_that_went_away_is_told_as_that() throws IOException {
        Path gone = authority.writeTo(folder.resolve("gone.crt"));
        try (JdbcBackend backend = at(server).rootCertificate(gone.toString()).build()) {
            Files.delete(gone);
            assertThat(backend.health().failure().orElseThrow())
                    .isInstanceOf(ConnectionFailureException.class)
                    .hasMessageContaining("PGSSLROOTCERT");
        }
    }

    /** The name of the server is all that a mode below verify-full leaves unchecked, or not even that. */
    @ParameterizedTest
    @EnumSource(
            value = SslMode.class,
            names = {"VERIFY_CA", "REQUIRE"})
    void a_weaker_mode_that_was_asked_for_lets_another_name_in(SslMode mode) {
        TimewebBuilder builder = at(server).host("127.0.0.1").sslMode(mode);
        if (!mode.verifies()) {
            builder.rootCertificate("");
        }
        try (JdbcBackend backend = builder.build()) {
            assertThat(backend.health().failure()).isEmpty();
        }
    }

    private static void refused(TestCertificate certificate, String... words) {
        try (PostgresServer other = PostgresServers.startWithTls(certificate)) {
            refused(at(other), words);
        }
    }

    private static void refused(TimewebBuilder builder, String... words) {
        try (JdbcBackend backend = builder.build()) {
            assertThat(health(backend).status()).isEqualTo(Health.Status.UNKNOWN);
            StorageException refusal = health(backend).failure().orElseThrow();
            assertThat(refusal).isInstanceOf(ConnectionFailureException.class).hasMessageContainingAll(words);
            assertThat(text(refusal)).doesNotContain(SECRET, "localhost", "127.0.0.1", folder.toString());
            for (int again = 0; again < 3; again++) {
                StorageException thrown = call(backend).orElseThrow();
                assertThat(thrown)
                        .isInstanceOf(ConnectionFailureException.class)
                        .hasMessage(refusal.getMessage());
                assertThat(text(thrown)).doesNotContain(SECRET, "localhost", "127.0.0.1", folder.toString());
            }
        }
    }

    /** Why a call failed, if it did. */
    private static Optional<StorageException> call(JdbcBackend backend) {
        return Optional.ofNullable(catchThrowableOfType(
                StorageException.class, () -> backend.inTransaction(TransactionOptions.defaults(), () -> "connected")));
    }

    private static String text(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
