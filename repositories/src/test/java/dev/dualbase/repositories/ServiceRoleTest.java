// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.mirror.DivergenceMigration;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The role of a service reads and writes rows of the salon, and can do nothing else. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServiceRoleTest {
    private static TestDatabase database;
    private static Backend backend;

    @BeforeAll
    static void open() {
        database = PostgresServers.shared()
                .createDatabase(SchemaSource.migrations("classpath:db/migration", DivergenceMigration.LOCATION));
        DSL.using(database.dataSource(), SQLDialect.POSTGRES)
                .execute(
                        "create schema elsewhere; create table elsewhere.secret (id int); create table secret (id int)");
        backend = LeastPrivilege.on(database).backend();
    }

    @AfterAll
    static void close() {
        if (backend != null) {
            backend.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void every_table_of_the_salon_is_read() {
        assertThat(SalonRepositories.open(backend, TestSalon.CLOCK)).isNotNull();
        for (Table<?> table : SalonRepositories.TABLES) {
            assertThat(new BaseRepository<>(backend, table).count(Filters.everyRow()))
                    .isZero();
        }
    }

    @Test
    void the_rights_are_those_that_repositories_use_and_no_more() throws SQLException {
        Map<String, Set<String>> expected = SalonRepositories.TABLES.stream()
                .collect(Collectors.toMap(Table::getName, table -> Set.of("SELECT", "INSERT", "UPDATE", "DELETE")));
        expected.put("companies", Set.of("SELECT", "INSERT", "UPDATE"));
        expected.put("whatsapp_statistics", Set.of("SELECT"));
        expected.put("dualbase_divergence", Set.of("SELECT", "INSERT", "UPDATE", "DELETE"));

        Map<String, Set<String>> granted = new PlainSql(database.dataSource())
                        .ask(sql -> sql.fetch(
                                "SELECT table_name::text, privilege_type::text FROM information_schema.role_table_grants"
                                        + " WHERE grantee = {0}",
                                DSL.inline(LeastPrivilege.ROLE)))
                        .stream()
                        .collect(Collectors.groupingBy(
                                row -> row.get(0, String.class),
                                Collectors.mapping(row -> row.get(1, String.class), Collectors.toSet())));
        assertThat(granted).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (id int)",
                "alter table clients add column more int",
                "drop table clients",
                "truncate clients",
                "create index on clients (name)",
                "alter table clients disable trigger all",
                "create schema mine",
                "create role mine",
                "select * from elsewhere.secret",
                "select * from secret",
                "select setval('clients_id_seq', 1)",
                "select create_message_partitions(24)",
                "copy clients to program 'true'"
            })
    void anything_else_is_refused(String statement) {
        assertThatThrownBy(() -> connected(statement)).hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    private static void connected(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), LeastPrivilege.ROLE, LeastPrivilege.PASSWORD);
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    @Test
    void a_table_beside_is_denied_as_such() {
        Table<Record> secret = DSL.table(DSL.name("secret"));
        assertThatThrownBy(() -> new BaseRepository<>(backend, secret).count(Filters.everyRow()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_name_that_could_end_the_script_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceRole.script("a$$; drop"));
    }
}
