// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.StorageException;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoServerTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = PostgresServers.shared().createDatabase(SchemaSource.none());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_run_has_a_schema_with_a_name_that_nobody_guesses() throws SQLException {
        try (DemoServer server = open()) {
            assertThat(server.schema()).matches("dualbase_demo_[0-9a-f]{12}");
            assertThat(schemas()).containsExactly(server.schema());
            assertThat(server.migrate()).isPositive();
        }
        assertThat(schemas()).isEmpty();
    }

    @Test
    void a_run_leaves_the_schemas_of_others() throws SQLException {
        try (DemoServer other = open()) {
            open().close();
            assertThat(schemas()).containsExactly(other.schema());
        }
    }

    @Test
    void a_run_that_cannot_create_a_schema_says_so() {
        Map<String, String> environment = new HashMap<>(DemoServer.environmentOf(database));
        environment.put("POSTGRES_DATABASE", "no_such_database");

        assertThatThrownBy(() -> DemoServer.open(environment))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("could not create a schema of its own");
    }

    private DemoServer open() {
        return DemoServer.open(DemoServer.environmentOf(database));
    }

    private List<String> schemas() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select nspname from pg_namespace where nspname like 'dualbase%' order by 1")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
