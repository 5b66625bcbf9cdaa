// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.mirror.DivergenceMigration;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.DualWriteOptions;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.shadow.ShadowReadBackend;
import dev.dualbase.core.shadow.ShadowReadOptions;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract with dual writes and shadow reads on. Afterwards both sides are equal. */
class MirroredContractTest extends BackendContract {
    private static final List<Table<?>> TABLES = ContractSchema.tables().stream()
            .<Table<?>>map(table -> table)
            .filter(table -> table.getPrimaryKey() != null)
            .toList();

    private static JdbcOnServer primary;
    private static TestDatabase otherDatabase;
    private static JdbcBackend other;
    private static DualWriteBackend mirror;
    private static ShadowReadBackend backend;

    @BeforeAll
    static void open() {
        primary = JdbcOnServer.of(ServerKind.EMBEDDED);
        otherDatabase = PostgresServers.shared(ServerKind.EMBEDDED).createDatabase(ContractSchema.source());
        other = JdbcBackend.builder("other")
                .url(otherDatabase.jdbcUrl())
                .credentials(otherDatabase.user(), otherDatabase.password())
                .driverProperty("options", "-c session_replication_role=replica") // its triggers changed rows again
                .build();
        DSL.using(primary.database().dataSource(), SQLDialect.POSTGRES).execute(DivergenceMigration.script());
        mirror = DualWriteBackend.open(primary.backend(), other, DualWriteOptions.of(TABLES));
        backend = ShadowReadBackend.around(
                mirror, other, ShadowReadOptions.percent(() -> 50).tellingTo(any -> {}));
    }

    @AfterAll
    static void close() {
        try {
            assertThat(mirror.awaitEqual(Duration.ofMinutes(2)))
                    .as(mirror.stats().toString())
                    .isTrue();
            for (Table<?> table : TABLES) {
                var found = mirror.reconcile(table, ReconcileOptions.comparing());
                assertThat(found.isEqual()).as(found.toString()).isTrue();
            }
        } finally {
            backend.close();
            primary.close();
            other.close();
            otherDatabase.close();
        }
    }

    @Override
    protected Backend backend() {
        return backend;
    }

    @Override
    protected Backend unreachableBackend() {
        return ShadowReadBackend.around(JdbcOnServer.unreachable(), other, ShadowReadOptions.percent(() -> 100));
    }
}
