// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.routing;

import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import java.time.Duration;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two databases with the same tables, emptied after each test. */
final class TwoSides implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final SchemaSource SCHEMA = SchemaSource.script("sides", """
            create table item (id bigint constraint item_pkey primary key, company_id bigint, pair bigint);
            create table other_item (id bigint constraint other_item_pkey primary key, company_id bigint, pair bigint);
            """);

    private TestDatabase left;
    private TestDatabase right;

    @Override
    public void beforeAll(ExtensionContext context) {
        left = PostgresServers.shared().createDatabase(SCHEMA);
        right = PostgresServers.shared().createDatabase(SCHEMA);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (TestDatabase side : new TestDatabase[] {left, right}) {
            DSL.using(side.dataSource(), SQLDialect.POSTGRES).execute("truncate item, other_item");
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        left.close();
        right.close();
    }

    JdbcBackend openLeft() {
        return open("left", left);
    }

    JdbcBackend openRight() {
        return open("right", right);
    }

    private static JdbcBackend open(String id, TestDatabase database) {
        return JdbcBackend.builder(id)
                .url(database.jdbcUrl())
                .credentials(database.user(), database.password())
                .maxConnections(8)
                .build();
    }

    /** One whose server is not there. */
    static JdbcBackend openDead() {
        return JdbcBackend.builder("dead")
                .url("jdbc:postgresql://127.0.0.1:1/nowhere")
                .connectTimeout(Duration.ofMillis(300))
                .build();
    }

    long onLeft(String table, String condition) {
        return count(left, table, condition);
    }

    long onRight(String table, String condition) {
        return count(right, table, condition);
    }

    private static long count(TestDatabase side, String table, String condition) {
        return DSL.using(side.dataSource(), SQLDialect.POSTGRES)
                .fetchSingle("select count(*) from " + table + " where " + condition)
                .get(0, Long.class);
    }
}
