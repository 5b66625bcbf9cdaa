// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.internal.settings.TextSettings;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.SslMode;
import dev.dualbase.testkit.privacy.PersonalDataGuard;
import dev.dualbase.testkit.server.TestAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupabasePoolerBuilderTest {

    private static final String POOLER = "aws-0-eu-central-1.pooler.supabase.com";
    private static final String PASSWORD = "marked-secret";

    @TempDir
    private static Path folder;

    private static String root;

    @BeforeAll
    static void a_certificate() throws IOException {
        root = TestAuthority.create().writeTo(folder.resolve("root.crt")).toString();
    }

    private static SupabasePoolerBuilder verified(PoolerMode mode) {
        return SupabasePooler.builder(mode).rootCertificate(root);
    }

    private static PoolerAddress address(PoolerMode mode, Map<Setting, String> given) {
        Map<Setting, String> settings = new EnumMap<>(given);
        settings.put(Setting.PASSWORD, PASSWORD);
        settings.put(Setting.ROOT_CERTIFICATE, root);
        return new PoolerRules(mode, new TextSettings<>(settings, each -> each.in(false), List.of()))
                .address()
                .orElseThrow();
    }

    @Test
    void the_server_can_be_told_the_tenant() {
        SupabasePoolerBuilder builder = new SupabasePoolerBuilder(PoolerMode.TRANSACTION)
                .project("abc")
                .host(POOLER)
                .password(PASSWORD)
                .sslMode(SslMode.REQUIRE);
        try (JdbcBackend without = builder.build();
                JdbcBackend with = builder.tenantSetting("app.tenant_id").build()) {
            assertThat(without.capabilities().supports(Capability.TENANTS)).isFalse();
            assertThat(with.capabilities().supports(Capability.TENANTS)).isTrue();
        }
    }

    @Test
    void the_direct_way_needs_the_project_and_the_password() {
        PoolerAddress address = address(PoolerMode.DIRECT, Map.of(Setting.PROJECT, "abc"));

        assertThat(address.jdbcUrl())
                .startsWith("jdbc:postgresql://db.abc.supabase.co:5432/postgres?sslmode=verify-full&sslrootcert=");
        assertThat(address.user()).isEqualTo("postgres");
        assertThat(address.maxConnections()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"SESSION, 5432", "TRANSACTION, 6543"})
    void the_pooler_has_a_port_for_each_mode_and_the_project_in_the_user(PoolerMode mode, int port) {
        PoolerAddress address = address(mode, Map.of(Setting.HOST, POOLER, Setting.PROJECT, "abc"));

        assertThat(address.jdbcUrl())
                .startsWith("jdbc:postgresql://" + POOLER + ":" + port + "/postgres?sslmode=verify-full&");
        assertThat(address.user()).isEqualTo("postgres.abc");
    }

    @Test
    void a_pooler_of_ones_own_answers_by_the_transaction_on_the_host_of_the_database() {
        PoolerAddress address = address(PoolerMode.TRANSACTION, Map.of(Setting.HOST, "db.abc.supabase.co"));

        assertThat(address.port()).isEqualTo(6543);
        assertThat(address.user()).isEqualTo("postgres");
    }

    @ParameterizedTest
    @EnumSource(PoolerMode.class)
    void of_a_host_that_is_not_of_supabase_nothing_is_known(PoolerMode mode) {
        PoolerAddress address = address(mode, Map.of(Setting.HOST, "db.example.com", Setting.PORT, "7000"));

        assertThat(address.port()).isEqualTo(7000);
        assertThat(address.user()).isEqualTo("postgres");
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECT, aws-0-eu.pooler.supabase.com, 5432, postgres.abc, host is the pooler's: set mode to session",
        "SESSION, aws-0-eu.pooler.supabase.com, 6543, postgres.abc, port 6543 of that host is transaction mode",
        "TRANSACTION, aws-0-eu.pooler.supabase.com, 5432, postgres.abc, port 5432 of that host is session mode",
        "TRANSACTION, aws-0-eu.pooler.supabase.com, 6543, postgres, user does not name the project",
        "TRANSACTION, aws-0-eu.pooler.supabase.com, 6543, postgres.xyz, 'project is abc, but host and user are of xyz'",
        "DIRECT, db.abc.supabase.co, 6543, postgres, port 6543 of that host is transaction mode",
        "TRANSACTION, db.abc.supabase.co, 5432, postgres, port 5432 of that host is direct mode",
        "SESSION, db.abc.supabase.co, 5432, postgres, host of project abc has no session mode",
        "DIRECT, db.abc.supabase.co, 5432, postgres.abc, user names the project",
        "DIRECT, db.xyz.supabase.co, 5432, postgres, 'project is abc, but host and user are of xyz'"
    })
    void a_contradiction_is_refused_with_what_to_do(
            PoolerMode mode, String host, int port, String user, String problem) {
        SupabasePoolerBuilder builder =
                verified(mode).project("abc").host(host).port(port).user(user).password(PASSWORD);

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("backend supabase-pooler: " + problem)
                .hasMessageNotContaining(PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x/a?sslmode=disable&y=",
                "x:5432/a?sslmode=disable&y=",
                "one,two",
                "a b",
                "postgresql://x",
                "user@x"
            })
    void a_host_is_a_host_alone_and_becomes_no_option_of_the_url(String host) {
        SupabasePoolerBuilder builder =
                verified(PoolerMode.DIRECT).host(host).user("postgres").password(PASSWORD);

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("backend supabase-pooler: host is not the name or the address of one host");
    }

    @Test
    void neither_does_a_project_or_a_database() {
        SupabasePoolerBuilder builder =
                verified(PoolerMode.DIRECT).project("x/a?sslmode=disable&y=").password(PASSWORD);
        assertThatThrownBy(builder::build)
                .hasMessageStartingWith("backend supabase-pooler: project is not the name or the address of one host");

        String odd = "a?sslmode=disable&y=";
        assertThat(address(PoolerMode.DIRECT, Map.of(Setting.PROJECT, "abc", Setting.DATABASE, odd))
                        .jdbcUrl())
                .contains("/a%3Fsslmode%3Ddisable%26y%3D?sslmode=verify-full&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no such file", ""})
    void without_a_root_certificate_nothing_is_opened_that_could_never_connect(String file) {
        String home = System.getProperty("user.home");
        System.setProperty("user.home", folder.toString());
        try {
            SupabasePoolerBuilder builder = verified(PoolerMode.DIRECT)
                    .rootCertificate(file)
                    .project("abc")
                    .password(PASSWORD);
            assertThatThrownBy(builder::build)
                    .hasMessageStartingWith("backend supabase-pooler: rootCertificate "
                            + (file.isEmpty() ? "is not set" : "names no file"));
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @ParameterizedTest
    @EnumSource(SslMode.class)
    void less_than_verify_full_is_told_as_a_warning(SslMode mode) {
        SupabasePoolerBuilder builder = SupabasePooler.builder(PoolerMode.DIRECT)
                .project("abc")
                .password(PASSWORD)
                .sslMode(mode)
                .rootCertificate(mode.verifies() ? root : "");
        try (PersonalDataGuard logs = PersonalDataGuard.open();
                JdbcBackend backend = builder.build()) {
            String warning = "backend supabase-pooler: sslmode " + mode.driverName() + " does not make sure";
            assertThat(logs.output().contains(warning)).isEqualTo(mode != SslMode.VERIFY_FULL);
            assertThat(backend.id()).isEqualTo(SupabasePooler.ID);
        }
    }

    @Test
    void all_problems_are_told_at_once() {
        SupabasePoolerBuilder builder = SupabasePooler.builder(PoolerMode.TRANSACTION)
                .host(POOLER)
                .port(5432)
                .maxConnections(0)
                .sslMode(SslMode.REQUIRE)
                .rootCertificate("ca.crt");

        assertThatThrownBy(builder::build)
                .hasMessageContainingAll(
                        "password is not set",
                        "maxConnections is not a number between 1 and",
                        "rootCertificate has no effect with sslMode require",
                        "port 5432 of that host is session mode",
                        "user is not set: in transaction mode it is postgres.<project>");
    }

    @Test
    void a_mode_of_the_pooler_needs_its_host() {
        SupabasePoolerBuilder builder =
                verified(PoolerMode.SESSION).project("abc").password(PASSWORD);

        assertThatThrownBy(builder::build)
                .hasMessageContaining("host is not set: Supabase shows it under Connect")
                .hasMessageNotContaining("user");
    }

    @Test
    void the_password_is_in_no_text_form() {
        assertThat(address(PoolerMode.DIRECT, Map.of(Setting.PROJECT, "abc")).toString())
                .doesNotContain(PASSWORD);
        SupabasePoolerBuilder builder =
                verified(PoolerMode.DIRECT).project("abc").password(PASSWORD);
        try (JdbcBackend backend = builder.build()) {
            assertThat(backend.toString()).doesNotContain(PASSWORD);
        }
        assertThat(builder.toString()).doesNotContain(PASSWORD);
    }
}
