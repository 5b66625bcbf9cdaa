// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.mirror.DivergenceMigration;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.DualWriteOptions;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.Tables;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A dual write between two databases that keep the salons apart: what carries rows over sees the rows of all. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CompanyMirrorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase first = PostgresServers.shared().createDatabase(new TwoSalons());
    private final TestDatabase second = PostgresServers.shared().createDatabase(new TwoSalons());
    private Backend other;
    private DualWriteBackend backend;

    @BeforeEach
    void open() throws SQLException {
        new PlainSql(first.dataSource()).execute(DivergenceMigration.script());
        other = LeastPrivilege.perCompany(second).backend();
        backend = DualWriteBackend.open(
                LeastPrivilege.perCompany(first).backend(), other, DualWriteOptions.of(List.of(Tables.CLIENTS)));
    }

    @AfterEach
    void close() {
        if (backend != null) {
            backend.close();
            other.close();
        }
        first.close();
        second.close();
    }

    @Test
    void rows_of_two_salons_are_carried_over_and_deleted() {
        ClientRepository clients = new ClientRepository(backend);
        clients.upsert(SALON, client(1, "ours"));
        clients.upsert(OTHER, client(1, "theirs"));
        new BaseRepository<>(backend, Tables.CLIENTS).useTransaction(() -> {
            clients.upsert(SALON, client(2, "ours"));
            clients.upsert(OTHER, client(2, "theirs"));
        });
        assertThat(backend.awaitEqual(PATIENCE)).isTrue();

        ClientRepository carried = new ClientRepository(other);
        for (CompanyId salon : List.of(SALON, OTHER)) {
            assertThat(carried.findMany(salon, Filters.everyRow(), Order.byPrimaryKey(), Limit.of(9)))
                    .isEqualTo(clients.findMany(salon, Filters.everyRow(), Order.byPrimaryKey(), Limit.of(9)))
                    .hasSize(2);
        }

        clients.deleteWhere(SALON, Filters.eq(Tables.CLIENTS.YCLIENTS_ID, 1L));
        assertThat(backend.awaitEqual(PATIENCE)).isTrue();
        assertThat(carried.findByYclientsId(SALON, ClientId.of(1))).isEmpty();
        assertThat(carried.findByYclientsId(OTHER, ClientId.of(1))).isPresent();
    }

    @Test
    void a_comparison_of_both_sides_sees_the_rows_of_all() throws SQLException {
        String rows = "INSERT INTO clients (company_id, id, yclients_id, phone) VALUES (%s, 1, 1, '7'), (%s, 1, 1, '7')"
                .formatted(SALON, OTHER);
        new PlainSql(first.dataSource()).execute(rows);

        assertThat(backend.reconcile(Tables.CLIENTS, ReconcileOptions.repairing())
                        .missing())
                .isEqualTo(2);
        assertThat(backend.awaitEqual(PATIENCE)).isTrue();
        assertThat(new ClientRepository(other).count(OTHER, Filters.everyRow())).isEqualTo(1);
    }

    @Test
    void a_row_that_is_only_hidden_is_not_taken_for_one_that_is_gone() throws SQLException {
        new ClientRepository(backend).upsert(SALON, client(1, "ours"));
        assertThat(backend.awaitEqual(PATIENCE)).isTrue();
        try (Backend unseeing = new LeastPrivilege(first, false).backend();
                DualWriteBackend blind = DualWriteBackend.open(
                        LeastPrivilege.perCompany(first).backend(),
                        other,
                        DualWriteOptions.of(List.of(Tables.CLIENTS)).replayingThrough(unseeing))) {
            backend.close();
            new ClientRepository(blind).upsert(SALON, client(1, "changed"));
            assertThat(blind.awaitEqual(Duration.ofSeconds(2))).isFalse();
            assertThat(blind.stats().failing()).isEqualTo(1);
        }
        ClientRepository carried = new ClientRepository(other);
        assertThat(carried.findByYclientsId(SALON, ClientId.of(1))).isPresent();
    }
}
