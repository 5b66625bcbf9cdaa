// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hostile texts over JDBC, on embedded PostgreSQL 18. */
class JdbcInjectionTest extends InjectionContract {
    private static TestDatabase database;
    private static JdbcBackend jdbc;

    @BeforeAll
    static void open() {
        database = PostgresServers.shared(ServerKind.EMBEDDED)
                .createDatabase(SchemaSource.script("injection", InjectionContract.script()));
        jdbc = builder("jdbc").build();
    }

    @AfterAll
    static void close() {
        if (jdbc != null) {
            jdbc.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private static JdbcBackendBuilder builder(String id) {
        return JdbcBackend.builder(id).url(database.jdbcUrl()).credentials(database.user(), database.password());
    }

    @Override
    protected Backend backend() {
        return jdbc;
    }

    @Test
    void an_application_name_is_a_name() {
        for (String text : hostileTexts(20)) {
            try (JdbcBackend named = builder(text).build()) {
                BaseRepository<?> canary = new BaseRepository<>(named, InjectionTable.CANARY);
                assertThat(canary.count(Filters.everyRow())).isEqualTo(1);
            }
        }
    }
}
