// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.schema.SchemaCheck;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomSchemaTest {
    private static final RandomSchema SCHEMA = RandomSchema.of(1);

    @Test
    void the_same_seed_gives_the_same_tables() {
        assertThat(RandomSchema.of(1).script()).isEqualTo(SCHEMA.script());
        assertThat(RandomSchema.of(2).script()).isNotEqualTo(SCHEMA.script());
    }

    @Test
    void the_tables_fit_and_a_backend_that_counts_wrong_is_caught_with_the_settings_to_replay() {
        try (TestDatabase database = PostgresServers.shared(ServerKind.EMBEDDED).createDatabase(SCHEMA.source());
                JdbcBackend jdbc = JdbcBackend.builder("jdbc")
                        .url(database.jdbcUrl())
                        .credentials(database.user(), database.password())
                        .build()) {
            assertThat(SchemaCheck.compare(SCHEMA.tables(), jdbc.describe(SCHEMA.tables()))
                            .fatal())
                    .isEmpty();
            assertThatThrownBy(() -> new Round(SCHEMA, 7, List.of(jdbc, new Miscounting(jdbc))).run())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("Round 7 of seed 1 failed at findMany and count")
                    .hasMessageContaining("on miscounting")
                    .hasMessageContaining("create table")
                    .hasMessageContaining("-Ddualbase.test.seed=1 -Ddualbase.test.round=7");
        }
    }

    private static final class Miscounting extends DelegatingBackend {
        Miscounting(Backend delegate) {
            super(delegate);
        }

        @Override
        public String id() {
            return "miscounting";
        }

        @Override
        public long count(Read<?> read) {
            return super.count(read) + 1;
        }
    }
}
