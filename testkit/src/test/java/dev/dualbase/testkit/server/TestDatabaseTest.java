// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabaseTest {
    private static final SchemaSource NOTES = SchemaSource.migrations("small-schema");

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "NATIVE"})
    void begins_with_what_the_migrations_made(ServerKind kind) throws SQLException {
        try (TestDatabase database = Here.server(kind).createDatabase(NOTES)) {
            assertThat(Sql.text(database, "SELECT body FROM notes")).isEqualTo("from the template");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "NATIVE"})
    void is_not_seen_by_its_siblings(ServerKind kind) throws SQLException {
        try (TestDatabase one = Here.server(kind).createDatabase(NOTES);
                TestDatabase other = Here.server(kind).createDatabase(NOTES)) {
            Sql.run(one, "DELETE FROM notes");
            assertThat(Sql.text(other, "SELECT count(*) FROM notes")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "NATIVE"})
    void is_dropped_with_the_sessions_that_are_open_on_it(ServerKind kind) throws SQLException {
        TestDatabase database = Here.server(kind).createDatabase(NOTES);
        try (Connection forgotten = database.dataSource().getConnection()) {
            database.close();
            assertThat(forgotten.isValid(1)).isFalse();
        }
        assertThat(Sql.exists(Here.server(kind), database.name())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "NATIVE"})
    void orders_text_by_code_point_and_knows_cyrillic(ServerKind kind) throws SQLException {
        try (TestDatabase database = Here.server(kind).createDatabase(SchemaSource.none())) {
            assertThat(Sql.text(database, "SELECT 'b' < 'a' OR 'Б' > 'а' OR 'ё' < 'я'"))
                    .isEqualTo("f");
            assertThat(Sql.text(database, "SELECT upper('ёж')")).isEqualTo("ЁЖ");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "NATIVE"})
    void is_on_a_server_that_is_set_up_for_tests(ServerKind kind) throws SQLException {
        try (TestDatabase database = Here.server(kind).createDatabase(SchemaSource.none())) {
            assertThat(Sql.text(database, "SHOW fsync")).isEqualTo("off");
            assertThat(Sql.text(database, "SHOW max_connections")).isEqualTo("200");
            assertThat(Sql.text(database, "SHOW log_timezone")).isEqualTo("UTC");
        }
    }

    @Test
    void stays_when_it_is_kept() throws SQLException {
        TestDatabase database = Here.embedded().createDatabase(NOTES);
        database.keep();
        database.close();
        assertThat(Sql.text(database, "SELECT count(*) FROM notes")).isEqualTo("1");
    }

    @Test
    void counts_the_sessions_that_others_have_open() throws SQLException {
        try (TestDatabase database = Here.embedded().createDatabase(NOTES)) {
            assertThat(database.connections()).isZero();
            try (Connection open = database.dataSource().getConnection()) {
                assertThat(open.isValid(1)).isTrue();
                assertThat(database.connections()).isEqualTo(1);
            }
        }
    }

    @Test
    void tells_how_to_reach_it() {
        try (TestDatabase database = Here.embedded().createDatabase(NOTES)) {
            assertThat(database.jdbcUrl())
                    .startsWith("jdbc:postgresql://localhost:")
                    .endsWith(database.name());
            assertThat(Map.of(database.user(), database.password())).isEqualTo(Map.of("postgres", ""));
            assertThat(database.server()).isSameAs(Here.embedded());
        }
    }
}
