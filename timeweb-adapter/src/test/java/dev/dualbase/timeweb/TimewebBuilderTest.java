// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.SslMode;
import dev.dualbase.testkit.server.TestAuthority;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimewebBuilderTest {

    private static final String CERTIFICATE = TestAuthority.create().certificate();

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "POSTGRES_HOST", "db.example.com",
            "POSTGRES_DATABASE", "salon",
            "POSTGRES_USER", "bot",
            "POSTGRES_PASSWORD", "marked-secret"));

    @TempDir
    private Path folder;

    @BeforeEach
    void a_certificate() throws IOException {
        Path root = Files.writeString(folder.resolve("root.crt"), CERTIFICATE);
        environment.put("PGSSLROOTCERT", root.toString());
    }

    private TimewebSettings read() {
        return TimewebBackends.builder(environment).settings();
    }

    @Test
    void what_is_not_set_has_a_safe_default() {
        TimewebSettings settings = read();

        assertThat(settings.port()).isEqualTo(5432);
        assertThat(settings.maxConnections()).isEqualTo(3);
        assertThat(settings.sslMode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(settings.schema()).isEmpty();
        assertThat(settings.jdbcUrl()).contains("sslmode=verify-full", "sslrootcert=");
    }

    @Test
    void everything_can_be_said_in_the_environment() {
        environment.putAll(Map.of(
                "POSTGRES_PORT", "6432",
                "POSTGRES_REPLICA_HOSTS", "one.example.com, [::1]:7432",
                "POSTGRES_MAX_CONNECTIONS", "7",
                "POSTGRES_SCHEMA", "other",
                "POSTGRES_SSL_MODE", "verify-ca"));

        TimewebSettings settings = read();

        assertThat(settings.jdbcUrl()).startsWith("jdbc:postgresql://db.example.com:6432/salon?sslmode=verify-ca");
        assertThat(settings.replicas()).containsExactly("one.example.com:6432", "[::1]:7432");
        assertThat(settings.maxConnections()).isEqualTo(7);
        assertThat(settings.schema()).contains("other");
        assertThat(settings.user()).isEqualTo("bot");
    }

    @Test
    void a_replica_is_asked_for_what_the_primary_is_asked_for() {
        environment.put("POSTGRES_REPLICA_HOSTS", "one.example.com");

        TimewebSettings settings = read();

        assertThat(settings.replicaUrls())
                .containsExactly(settings.jdbcUrl().replace("//db.example.com", "//one.example.com"));
    }

    @Test
    void several_hosts_may_be_the_primary_and_each_is_verified() {
        environment.put("POSTGRES_HOST", "one.example.com, two.example.com:6432");
        environment.put("POSTGRES_REPLICA_HOSTS", "two.example.com:6432");

        TimewebSettings settings = read();

        assertThat(settings.jdbcUrl())
                .startsWith("jdbc:postgresql://one.example.com:5432,two.example.com:6432/salon?sslmode=verify-full&")
                .endsWith("&targetServerType=primary");
        assertThat(settings.replicaUrls().get(0)).startsWith("jdbc:postgresql://two.example.com:6432/salon?sslmode=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one,two:0", "one,two/x?sslmode=disable&y=", "one,"})
    void several_hosts_are_hosts_with_their_ports(String hosts) {
        environment.put("POSTGRES_HOST", hosts);

        assertThatThrownBy(this::read)
                .hasMessageStartingWith("backend timeweb: POSTGRES_HOST is not several hosts with commas between them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one,,two", "one:0", "one:70000", "one:port", "user@one", "one/x?sslmode=disable", ","})
    void replicas_are_hosts_with_their_ports(String hosts) {
        environment.put("POSTGRES_REPLICA_HOSTS", hosts);

        assertThatThrownBy(this::read)
                .hasMessageStartingWith(
                        "backend timeweb: POSTGRES_REPLICA_HOSTS is not one host or several with commas between them,"
                                + " each alone or with a colon and its port");
    }

    @Test
    void a_server_is_named_once() {
        environment.put("POSTGRES_REPLICA_HOSTS", "one,one:5432,db.example.com");

        assertThatThrownBy(this::read)
                .hasMessageStartingWith("backend timeweb: POSTGRES_REPLICA_HOSTS names the primary itself;"
                        + " POSTGRES_REPLICA_HOSTS names a server twice");
    }

    @Test
    void a_builder_says_the_same_as_the_environment() {
        environment.put("POSTGRES_REPLICA_HOSTS", "one.example.com,two.example.com:6432");
        TimewebSettings built = TimewebBackends.builder()
                .host("db.example.com")
                .port(5432)
                .replica("one.example.com")
                .replica("two.example.com", 6432)
                .database("salon")
                .user("bot")
                .password("marked-secret")
                .maxConnections(3)
                .sslMode(SslMode.VERIFY_FULL)
                .rootCertificate(folder.resolve("root.crt").toString())
                .settings();

        assertThat(built).isEqualTo(read());
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        environment.remove("POSTGRES_HOST");
        environment.remove("POSTGRES_USER");
        environment.put("POSTGRES_PORT", "many");
        environment.put("POSTGRES_MAX_CONNECTIONS", "0");
        environment.put("POSTGRES_SSL_MODE", "on");
        environment.put("PGSSLROOTCERT", "absent.crt");

        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(
                        "backend timeweb: POSTGRES_HOST is not set; POSTGRES_PORT is not a number between 1 and 65535;"
                                + " POSTGRES_USER is not set; POSTGRES_MAX_CONNECTIONS is not a number between 1 and 10000;"
                                + " POSTGRES_SSL_MODE is none of verify-full, verify-ca, require, disable;"
                                + " PGSSLROOTCERT names no file with a certificate that can be read");
    }

    @Test
    void the_server_can_be_told_the_tenant() {
        TimewebBuilder builder = TimewebBackends.builder(environment);
        try (JdbcBackend without = builder.build();
                JdbcBackend with = builder.tenantSetting("app.tenant_id").build()) {
            assertThat(without.capabilities().supports(Capability.TENANTS)).isFalse();
            assertThat(with.capabilities().supports(Capability.TENANTS)).isTrue();
        }
    }

    @Test
    void a_builder_speaks_of_its_own_names() {
        assertThatThrownBy(
                        () -> TimewebBackends.builder().sslMode(SslMode.DISABLE).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(
                        "backend timeweb: host is not set; database is not set; user is not set; password is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.example.com:5432", "postgresql://db", "a/b?sslmode=disable&x=", "user@db"})
    void a_host_is_a_host_alone(String host) {
        environment.put("POSTGRES_HOST", host);

        assertThatThrownBy(this::read)
                .hasMessageContaining("POSTGRES_HOST is not the name")
                .hasMessageNotContaining(host);
    }

    @Test
    void a_database_becomes_no_option_of_the_url() {
        environment.put("POSTGRES_DATABASE", "salon?sslmode=disable");

        assertThat(read().jdbcUrl()).contains("salon%3Fsslmode%3Ddisable?sslmode=verify-full");
    }

    @ParameterizedTest
    @EnumSource(
            value = SslMode.class,
            names = {"REQUIRE", "DISABLE"})
    void a_root_certificate_contradicts_a_mode_that_ignores_it(SslMode mode) {
        environment.put("POSTGRES_SSL_MODE", mode.driverName());

        assertThatThrownBy(this::read)
                .hasMessageContaining("PGSSLROOTCERT has no effect with POSTGRES_SSL_MODE " + mode.driverName());
    }

    @ParameterizedTest
    @CsvSource({"''", "no certificate in it"})
    void a_root_certificate_is_a_file_with_one(String content) throws IOException {
        Files.writeString(folder.resolve("root.crt"), content);

        assertThatThrownBy(this::read).hasMessageContaining("PGSSLROOTCERT names no file with a certificate");
    }

    @Test
    void without_a_root_certificate_nothing_is_opened_that_could_never_connect() throws IOException {
        environment.remove("PGSSLROOTCERT");
        String home = System.getProperty("user.home");
        System.setProperty("user.home", folder.toString());
        try {
            assertThatThrownBy(this::read)
                    .hasMessageContaining("PGSSLROOTCERT is not set, and ~/.postgresql/root.crt is no file");
            Files.createDirectory(folder.resolve(".postgresql"));
            Files.writeString(folder.resolve(".postgresql/root.crt"), CERTIFICATE);
            assertThat(read().rootCertificate()).isEmpty();
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @Test
    void the_password_is_in_no_text_form() {
        assertThat(read().toString()).doesNotContain("marked-secret");
        assertThat(read().jdbcUrl()).doesNotContain("marked-secret");
        assertThat(TimewebBackends.builder(environment).toString()).doesNotContain("marked-secret");
        try (JdbcBackend backend = TimewebBackends.fromEnvironment(environment)) {
            assertThat(backend.toString()).doesNotContain("marked-secret");
        }
        environment.put("POSTGRES_PORT", "marked-secret");
        assertThatThrownBy(this::read).hasMessageNotContaining("marked-secret");
    }

    @ParameterizedTest
    @EnumSource(SslMode.class)
    void less_than_verify_full_is_told_as_a_warning(SslMode mode) {
        environment.put("POSTGRES_SSL_MODE", mode.driverName());
        if (!mode.verifies()) {
            environment.remove("PGSSLROOTCERT");
        }
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try (JdbcBackend backend = TimewebBackends.builder(environment)
                .connectTimeout(Duration.ofSeconds(2))
                .statementTimeout(Duration.ofSeconds(3))
                .build()) {
            assertThat(backend.id()).isEqualTo("timeweb");
        } finally {
            System.setErr(before);
        }
        String log = written.toString(StandardCharsets.UTF_8);
        if (mode == SslMode.VERIFY_FULL) {
            assertThat(log).doesNotContain("WARN");
        } else {
            assertThat(log).contains("WARN", "sslmode " + mode.driverName() + " does not make sure who the server is");
        }
    }
}
