// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.server.TestAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolerEnvironmentTest {

    private static final String URL =
            "postgresql://postgres.abc:marked-secret@aws-0-eu.pooler.supabase.com:6543/postgres";

    private final Map<String, String> environment =
            new HashMap<>(Map.of("SUPABASE_DB_MODE", "transaction", "SUPABASE_DB_URL", URL));

    @TempDir
    private static Path folder;

    private static String root;

    @BeforeAll
    static void a_certificate() throws IOException {
        root = TestAuthority.create().writeTo(folder.resolve("root.crt")).toString();
    }

    @BeforeEach
    void it_is_named() {
        environment.put("PGSSLROOTCERT", root);
    }

    private void open() {
        SupabasePooler.from(environment).close();
    }

    @Test
    void the_url_that_supabase_shows_and_the_mode_are_enough() {
        try (JdbcBackend backend = SupabasePooler.from(environment)) {
            assertThat(backend.id()).isEqualTo("supabase-pooler");
            assertThat(backend.toString()).contains("pooling=TRANSACTION").doesNotContain("marked-secret");
        }
    }

    @Test
    void single_variables_do_as_well() {
        environment.remove("SUPABASE_DB_URL");
        environment.put("SUPABASE_DB_MODE", "direct");
        environment.put("SUPABASE_DB_PROJECT", "abc");
        environment.put("SUPABASE_DB_PASSWORD", "marked-secret");
        environment.put("SUPABASE_DB_MAX_CONNECTIONS", "7");
        environment.put("SUPABASE_DB_SCHEMA", "salon");

        try (JdbcBackend backend = SupabasePooler.from(environment)) {
            assertThat(backend.toString()).contains("schema=salon", "maxConnections=7", "pooling=NONE");
        }
    }

    @Test
    void the_password_may_stay_out_of_the_url() {
        environment.put("SUPABASE_DB_URL", URL.replace(":marked-secret", ""));
        environment.put("SUPABASE_DB_PASSWORD", "marked-secret");

        open();
    }

    @Test
    void all_that_is_wrong_is_named_at_once_by_variable() {
        environment.remove("SUPABASE_DB_URL");
        environment.put("SUPABASE_DB_MODE", "pooled");
        environment.put("SUPABASE_DB_PORT", "many");
        environment.put("SUPABASE_DB_SSL_MODE", "on");

        assertThatThrownBy(this::open)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll(
                        "SUPABASE_DB_MODE is none of direct, session, transaction",
                        "SUPABASE_DB_PORT is not a number",
                        "SUPABASE_DB_SSL_MODE is none of",
                        "SUPABASE_DB_PASSWORD is not set")
                .hasMessageNotContainingAny("many", "pooled");
    }

    @ParameterizedTest
    @CsvSource({
        "session, SUPABASE_DB_PORT 6543 of that host is transaction mode",
        "direct, SUPABASE_DB_HOST is the pooler's"
    })
    void a_url_of_another_mode_is_refused(String mode, String problem) {
        environment.put("SUPABASE_DB_MODE", mode);

        assertThatThrownBy(this::open).hasMessageContaining(problem).hasMessageNotContaining("marked-secret");
    }

    @Test
    void a_variable_beside_the_url_that_says_the_same_is_refused() {
        environment.put("SUPABASE_DB_PASSWORD", "other-secret");

        assertThatThrownBy(this::open)
                .hasMessageContaining("SUPABASE_DB_PASSWORD and SUPABASE_DB_URL say the same thing")
                .hasMessageNotContainingAny("marked-secret", "other-secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://postgres.abc:marked#secret@aws-0-eu.pooler.supabase.com:6543/postgres",
                "postgresql://postgres.abc:marked%secret@aws-0-eu.pooler.supabase.com:6543/postgres",
                "postgresql://postgres.abc:marked secret@aws-0-eu.pooler.supabase.com:6543/postgres",
                "https://marked.supabase.co",
                "marked"
            })
    void a_url_that_cannot_be_read_is_not_quoted(String url) {
        environment.put("SUPABASE_DB_URL", url);

        assertThatThrownBy(this::open)
                .hasMessageContaining("SUPABASE_DB_URL is not postgresql://user:password@host:port/database")
                .hasMessageNotContaining("marked");
    }

    @Test
    void the_gap_for_the_password_is_noticed() {
        environment.put("SUPABASE_DB_URL", URL.replace("marked-secret", "[YOUR-PASSWORD]"));

        assertThatThrownBy(this::open)
                .hasMessageStartingWith("backend supabase-pooler: SUPABASE_DB_URL still has [YOUR-PASSWORD] in it:"
                        + " put the password there (SQLSTATE");
    }

    @Test
    void parts_of_the_url_are_decoded() {
        List<String> problems = new ArrayList<>();

        Map<Setting, String> settings = PoolerUrl.parse(
                "postgres://postgres.abc:a%23b%3A+c:d@db.example.com/sal%20on?sslmode=require&pgbouncer=true",
                problems);

        assertThat(problems).isEmpty();
        assertThat(settings)
                .containsOnly(
                        Map.entry(Setting.HOST, "db.example.com"),
                        Map.entry(Setting.USER, "postgres.abc"),
                        Map.entry(Setting.PASSWORD, "a#b:+c:d"),
                        Map.entry(Setting.DATABASE, "sal on"),
                        Map.entry(Setting.SSL_MODE, "require"));
    }

    @Test
    void a_parameter_of_the_url_that_nobody_reads_is_refused() {
        environment.put("SUPABASE_DB_URL", URL + "?options=-c%20work_mem%3D5MB");

        assertThatThrownBy(this::open).hasMessageContaining("SUPABASE_DB_URL has the parameter options");
    }
}
