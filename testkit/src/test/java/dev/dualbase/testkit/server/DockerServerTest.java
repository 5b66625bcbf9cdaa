// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A server in a container does for tests what the others do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DockerServerTest {
    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = Here.server(ServerKind.DOCKER);
    }

    @Test
    void it_says_what_it_is() {
        assertThat(server.name()).isEqualTo("docker PostgreSQL " + server.majorVersion());
        assertThat(server.password()).isNotEmpty();
        assertThat(server.toString()).doesNotContain(server.password());
    }

    @Test
    void databases_are_cloned_from_a_template() throws SQLException {
        SchemaSource schema = SchemaSource.script("one table", "create table t (id int primary key)");
        try (TestDatabase one = server.createDatabase(schema);
                TestDatabase two = server.createDatabase(schema)) {
            assertThat(one.name()).isNotEqualTo(two.name());
            assertThat(Sql.text(one, "select count(*) from t")).isEqualTo("0");
        }
    }

    @Test
    void it_is_set_up_as_the_other_servers() throws SQLException {
        try (TestDatabase database = server.createDatabase(SchemaSource.none())) {
            assertThat(Sql.text(
                            database,
                            "select count(*) from pg_settings where (name, setting) in"
                                    + " (('fsync', 'off'), ('log_timezone', 'UTC'), ('max_connections', '200'))"))
                    .isEqualTo("3");
            assertThat(Sql.text(
                            database,
                            "select count(*) from pg_database where datname = 'postgres' and datcollate = 'C.UTF-8'"))
                    .isEqualTo("1");
        }
    }
}
