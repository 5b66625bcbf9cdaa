// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.testkit.internal.Poll;
import dev.dualbase.testkit.server.Here;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import dev.dualbase.testkit.server.TestServerException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgrestServerTest {
    private static final SchemaSource NOTES = SchemaSource.migrations("small-schema");

    private TestDatabase database;

    @BeforeEach
    void open() {
        HerePostgrest.require();
        database = Here.embedded().createDatabase(NOTES);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void answers_a_row_of_an_embedded_server() throws Exception {
        answersRow(database);
    }

    @Test
    void answers_a_row_of_an_installed_server() throws Exception {
        try (TestDatabase installed = Here.server(ServerKind.NATIVE).createDatabase(NOTES)) {
            answersRow(installed);
        }
    }

    private static void answersRow(TestDatabase database) throws Exception {
        try (PostgrestServer server = PostgrestServer.start(database)) {
            assertThat(Rest.get(server, "/notes?select=body").body()).isEqualTo("[{\"body\":\"from the template\"}]");
            assertThat(server.version()).matches("1[0-9]\\.[0-9].*");
            assertThat(server).asString().contains(server.version(), server.url());
        }
    }

    @Test
    void answers_no_more_than_a_thousand_rows() throws Exception {
        Rest.run(database, "CREATE TABLE many AS SELECT generate_series(1, 1500) AS n");
        try (PostgrestServer server = PostgrestServer.start(database)) {
            assertThat(rows(server, "/many?limit=1500")).isEqualTo(1000);
        }
    }

    @Test
    void answers_no_more_rows_than_it_is_told_to() throws Exception {
        Rest.run(database, "CREATE TABLE many AS SELECT generate_series(1, 30) AS n");
        PostgrestOptions options = PostgrestOptions.defaults().withMaxRows(7);
        try (PostgrestServer server = PostgrestServer.start(database, options)) {
            assertThat(rows(server, "/many")).isEqualTo(7);
        }
    }

    @Test
    void a_key_gives_the_rights_of_its_role_and_no_key_those_of_nobody() throws Exception {
        Rest.run(database, "ALTER TABLE notes ENABLE ROW LEVEL SECURITY");
        try (PostgrestServer server = PostgrestServer.start(database)) {
            Rest.run(database, "GRANT SELECT ON notes TO authenticated");
            assertThat(rows(server, "/notes")).isEqualTo(1);
            assertThat(Rest.get(server, "/notes", server.key("authenticated")).body())
                    .isEqualTo("[]");
            assertThat(Rest.getWithoutKey(server, "/notes").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void the_key_of_another_server_is_not_accepted() throws Exception {
        try (PostgrestServer server = PostgrestServer.start(database);
                PostgrestServer other = PostgrestServer.start(database)) {
            assertThat(Rest.get(server, "/notes", other.key("service_role")).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void sees_a_new_table_and_a_new_column_after_a_reload() throws Exception {
        try (PostgrestServer server = PostgrestServer.start(database)) {
            Rest.run(database, "CREATE TABLE pets (id int PRIMARY KEY)");
            assertThat(Rest.post(server, "/pets", "{\"id\": 1}").statusCode()).isEqualTo(404);
            server.reloadSchema();
            assertThat(Rest.post(server, "/pets", "{\"id\": 1}").statusCode()).isEqualTo(201);
            Rest.run(database, "ALTER TABLE pets ADD name text");
            server.reloadSchema();
            assertThat(Rest.post(server, "/pets", "{\"id\": 2, \"name\": \"Rex\"}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(count("SELECT count(*) FROM pg_proc WHERE proname LIKE 'dualbase%'"))
                    .isZero();
        }
    }

    @Test
    void comes_back_at_the_same_address_after_a_stop() throws Exception {
        try (PostgrestServer server = PostgrestServer.start(database)) {
            String key = server.key("service_role");
            server.stop();
            assertThatThrownBy(() -> Rest.get(server, "/notes", key)).isInstanceOf(IOException.class);
            server.start();
            server.start();
            assertThat(Rest.get(server, "/notes", key).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_stop_does_not_wait_for_a_request() throws Exception {
        Rest.run(database, "CREATE FUNCTION slow() RETURNS void LANGUAGE sql AS 'SELECT pg_sleep(60)'");
        try (PostgrestServer server = PostgrestServer.start(database)) {
            CompletableFuture<Throwable> request =
                    CompletableFuture.supplyAsync(() -> catchThrowable(() -> Rest.post(server, "/rpc/slow", "{}")));
            assertThat(Poll.until(Duration.ofSeconds(5), this::isSlow)).isTrue();
            long begin = System.nanoTime();
            server.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            assertThat(request.get(5, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
            assertThat(Poll.until(Duration.ofSeconds(5), () -> database.connections() == 0))
                    .isTrue();
        }
    }

    private boolean isSlow() {
        return count("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'") > 0;
    }

    @Test
    void does_not_answer_after_it_was_closed_and_leaves_no_session() throws Exception {
        PostgrestServer server = PostgrestServer.start(database);
        server.close();
        server.close();
        assertThatThrownBy(() -> Rest.get(server, "/notes")).isInstanceOf(IOException.class);
        assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
        assertThat(Poll.until(Duration.ofSeconds(5), () -> database.connections() == 0))
                .isTrue();
    }

    @Test
    void takes_settings_of_its_sessions_and_further_entries() throws Exception {
        Rest.run(database, "CREATE FUNCTION slow() RETURNS void LANGUAGE sql AS 'SELECT pg_sleep(20)'");
        PostgrestOptions options = PostgrestOptions.defaults()
                .withRoleSettings(Map.of("statement_timeout", "100ms"))
                .withConfig(Map.of("db-plan-enabled", "true"));
        try (PostgrestServer server = PostgrestServer.start(database, options)) {
            assertThat(Rest.post(server, "/rpc/slow", "{}").body()).contains("57014");
        }
    }

    @Test
    void shows_the_schemas_that_it_is_told_to() throws Exception {
        Rest.run(database, "CREATE SCHEMA \"Shop\"; CREATE TABLE \"Shop\".goods AS SELECT 1 AS id");
        PostgrestOptions options = PostgrestOptions.defaults().withSchemas("Shop", "public");
        try (PostgrestServer server = PostgrestServer.start(database, options)) {
            assertThat(rows(server, "/goods")).isEqualTo(1);
            server.reloadSchema();
        }
    }

    @Test
    void a_schema_that_does_not_exist_is_named() {
        PostgrestOptions options = PostgrestOptions.defaults().withSchemas("absent");
        assertThatThrownBy(() -> PostgrestServer.start(database, options))
                .isInstanceOf(TestServerException.class)
                .hasMessageContaining("schema \"absent\" does not exist");
    }

    @Test
    void its_last_words_are_told_when_it_does_not_start() {
        PostgrestOptions options = PostgrestOptions.defaults().withConfig(Map.of("log-level", "loud"));
        assertThatThrownBy(() -> PostgrestServer.start(database, options))
                .isInstanceOf(TestServerException.class)
                .hasMessageContaining("ended with status")
                .hasMessageContaining("log");
    }

    @Test
    void many_may_start_at_the_same_time() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Integer> start = () -> {
            try (TestDatabase own = Here.embedded().createDatabase(NOTES);
                    PostgrestServer server = PostgrestServer.start(own)) {
                return rows(server, "/notes");
            }
        };
        List<Future<Integer>> counts = threads.invokeAll(Collections.nCopies(8, start));
        threads.shutdown();
        for (Future<Integer> count : counts) {
            assertThat(count.get()).isEqualTo(1);
        }
    }

    private static int rows(PostgrestServer server, String path) throws Exception {
        return Rest.get(server, path).body().split("\\},", -1).length;
    }

    private int count(String query) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
