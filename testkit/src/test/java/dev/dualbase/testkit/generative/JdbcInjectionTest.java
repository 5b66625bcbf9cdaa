// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
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

    /** As many as go by COPY. */
    @Test
    void many_texts_at_once_are_data() {
        BaseRepository<Record> rows = new BaseRepository<>(jdbc, InjectionTable.TARGET);
        List<String> texts = hostileTexts(Math.max(600, texts()));
        List<Record> bulk = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String next = texts.get((i + 1) % texts.size());
            bulk.add(InjectionTable.TARGET.row(i, new HostileRow(texts.get(i), List.of(next, ""), next, texts.get(i))));
        }
        rows.deleteWhere(Filters.everyRow());
        assertThat(rows.bulkUpsert(bulk, InjectionTable.TARGET.getPrimaryKey()).inserted())
                .isEqualTo(texts.size());
        List<Record> stored =
                rows.withStream(Filters.everyRow(), Order.by(Sort.asc(InjectionTable.TARGET.ID)), Stream::toList);
        assertThat(stored).hasSize(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            String next = texts.get((i + 1) % texts.size());
            assertThat(stored.get(i).get(InjectionTable.TARGET.NAME)).isEqualTo(texts.get(i));
            assertThat(stored.get(i).get(InjectionTable.TARGET.TAGS)).containsExactly(next, "");
        }
        assertThat(new BaseRepository<>(jdbc, InjectionTable.CANARY).count(Filters.everyRow()))
                .isEqualTo(1);
    }

    @Test
    void an_application_name_is_a_name() {
        for (String text : hostileTexts(Math.max(20, texts() / 50))) {
            try (JdbcBackend named = builder(text).build()) {
                BaseRepository<?> canary = new BaseRepository<>(named, InjectionTable.CANARY);
                assertThat(canary.count(Filters.everyRow())).isEqualTo(1);
                assertThat(applicationName()).isEqualTo(kept("dualbase-" + text));
            }
        }
    }

    /** Of the last session that is named by a hostile text. */
    private static String applicationName() {
        return DSL.using(database.dataSource(), SQLDialect.POSTGRES)
                .fetchSingle("""
                        select application_name from pg_stat_activity where datname = current_database()
                        and application_name like 'dualbase-%' and application_name <> 'dualbase-jdbc'
                        order by backend_start desc limit 1
                        """)
                .get(0, String.class);
    }

    /** As the server shows it since PostgreSQL 16: 63 bytes, and those that are no ASCII to be read by their numbers. */
    private static String kept(String name) {
        StringBuilder cleaned = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            cleaned.append(each >= ' ' && each <= '~' ? String.valueOf((char) each) : "\\x%02x".formatted(each & 0xff));
        }
        return cleaned.substring(0, Math.min(cleaned.length(), 63));
    }
}
