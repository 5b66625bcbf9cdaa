// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.dualbase.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.reporting.ReportEntry;

class KeptDatabaseTest {
    private static final List<TestDatabase> SEEN = new ArrayList<>();

    @AfterEach
    void drop() throws SQLException {
        for (TestDatabase database : SEEN) {
            try (Connection connection = DriverManager.getConnection(
                            database.server().jdbcUrl("postgres"), database.user(), database.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS " + database.name() + " WITH (FORCE)");
            }
        }
        SEEN.clear();
    }

    @Test
    void a_failed_test_leaves_its_database_and_tells_the_address() {
        assertThat(told("failed", Mixed.class)).containsExactly(SEEN.get(0).jdbcUrl());
        assertThat(SEEN).map(KeptDatabaseTest::exists).containsExactly(true, false, false);
    }

    @Test
    void nothing_is_left_if_nothing_shall_be() {
        assertThat(told("never", Mixed.class)).isEmpty();
        assertThat(SEEN).noneMatch(KeptDatabaseTest::exists);
    }

    @Test
    void everything_is_left_if_everything_shall_be() {
        assertThat(told("always", Mixed.class)).hasSize(3);
        assertThat(SEEN).allMatch(KeptDatabaseTest::exists);
    }

    @TestMethodOrder(MethodName.class)
    @PostgresTest(migrations = "small-schema")
    static class Mixed {
        @Test
        void a_fails(TestDatabase database) {
            SEEN.add(database);
            fail("as it should");
        }

        @Test
        void b_passes(TestDatabase database) {
            SEEN.add(database);
        }

        @Test
        void c_does_not_apply(TestDatabase database) {
            SEEN.add(database);
            Assumptions.abort("not here");
        }
    }

    @Test
    void the_address_of_a_shared_database_is_told_once() {
        assertThat(told("failed", Shared.class)).hasSize(1);
        assertThat(SEEN).allMatch(KeptDatabaseTest::exists);
    }

    @PostgresTest(isolation = TestIsolation.DATABASE_PER_CLASS)
    static class Shared {
        @Test
        void fails(TestDatabase database) {
            SEEN.add(database);
            fail("as it should");
        }

        @Test
        void fails_too(TestDatabase database) {
            fail("as it should");
        }
    }

    /** The addresses in the report. */
    private static List<String> told(String keep, Class<?> sample) {
        return Run.samples(Map.of("dualbase.test.keep", keep), sample)
                .allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class))
                .map(entry -> entry.getKeyValuePairs().get("dualbase.database"))
                .toList();
    }

    private static boolean exists(TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection()) {
            return connection.isValid(1);
        } catch (SQLException missing) {
            return false;
        }
    }
}
