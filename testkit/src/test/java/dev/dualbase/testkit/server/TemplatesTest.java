// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private final CountedSchema schema = new CountedSchema("CREATE TABLE notes (id integer)");

    @Test
    void a_schema_is_applied_once() {
        Here.embedded().createDatabase(schema).close();
        Here.embedded().createDatabase(schema).close();
        assertThat(schema.applied).hasValue(1);
    }

    @Test
    void a_schema_is_applied_once_when_many_ask_at_the_same_time() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<TestDatabase> clone = () -> asIfFromAnotherJvm().createDatabase(schema);
        List<Future<TestDatabase>> databases = threads.invokeAll(Collections.nCopies(8, clone));
        threads.shutdown();
        assertThat(databases).extracting(database -> database.get().name()).doesNotHaveDuplicates();
        assertThat(schema.applied).hasValue(1);
    }

    @Test
    void a_template_that_somebody_did_not_finish_is_made_again() throws SQLException {
        String template = "dualbase_tpl_" + ContentHash.of(schema.hash());
        try (TestDatabase database = Here.embedded().createDatabase(SchemaSource.none())) {
            Sql.run(database, "CREATE DATABASE " + template);
        }
        try (TestDatabase database = Here.embedded().createDatabase(schema)) {
            assertThat(Sql.text(database, "SELECT count(*) FROM notes")).isEqualTo("0");
        }
    }

    @Test
    void a_template_lets_nobody_in() {
        Here.embedded().createDatabase(schema).close();
        TestDatabase template =
                new TestDatabase((RunningServer) Here.embedded(), "dualbase_tpl_" + ContentHash.of(schema.hash()));
        assertThatThrownBy(() -> Sql.text(template, "SELECT 1")).hasMessageContaining("not currently accepting");
    }

    @Test
    void a_schema_that_fails_is_named_and_leaves_nothing() throws SQLException {
        CountedSchema broken = new CountedSchema("CREATE TABLE");
        assertThatThrownBy(() -> Here.embedded().createDatabase(broken))
                .isInstanceOf(TestServerException.class)
                .hasMessageContaining("a script cannot be applied")
                .hasMessageContaining("syntax error");
        assertThat(Sql.exists(Here.embedded(), "dualbase_tpl_" + ContentHash.of(broken.hash())))
                .isFalse();
    }

    private static PostgresServer asIfFromAnotherJvm() {
        RunningServer server = (RunningServer) Here.embedded();
        return RunningServer.at(ServerKind.EXTERNAL, server.endpoint(), ignored -> {});
    }
}
