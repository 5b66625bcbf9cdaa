// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpiredClonesTest {
    private static final Instant NOW = Instant.parse("2001-02-03T04:05:06Z");

    private final RunningServer server = (RunningServer) Here.embedded();

    @Test
    void what_is_older_than_a_day_is_dropped() throws SQLException {
        assertThat(isLeft("dualbase_test_200102020404_17_1")).isFalse();
    }

    @Test
    void what_is_younger_stays() throws SQLException {
        assertThat(isLeft("dualbase_test_200102020405_17_1")).isTrue();
    }

    @Test
    void what_has_another_name_stays() throws SQLException {
        assertThat(isLeft("dualbase_test_200001010000_mine")).isTrue();
        assertThat(isLeft("my_dualbase_test_200001010000_17_1")).isTrue();
    }

    @Test
    void what_somebody_looks_at_stays() throws SQLException {
        String name = "dualbase_test_200001010000_17_2";
        create(name);
        try (Connection looking =
                server.endpoint().dataSource(server.jdbcUrl(name)).getConnection()) {
            assertThat(left()).contains(name);
            assertThat(looking.isValid(1)).isTrue();
        }
        assertThat(left()).doesNotContain(name);
    }

    private boolean isLeft(String name) throws SQLException {
        create(name);
        try (TestDatabase database = new TestDatabase(server, name)) {
            return left().contains(database.name());
        }
    }

    private void create(String name) throws SQLException {
        try (AdminConnection admin = server.endpoint().admin()) {
            admin.execute("CREATE DATABASE " + name);
        }
    }

    private List<String> left() throws SQLException {
        try (AdminConnection admin = server.endpoint().admin()) {
            ExpiredClones.drop(admin, NOW);
            return admin.texts("SELECT datname FROM pg_database WHERE datname LIKE ?", "%dualbase\\_test\\_%");
        }
    }
}
