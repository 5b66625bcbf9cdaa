// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Health;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.schema.SchemaCheck;
import dev.dualbase.core.schema.SchemaDifference;
import dev.dualbase.core.schema.SchemaDifference.Kind;
import dev.dualbase.core.schema.SchemaReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server that does not answer, and one that has other tables than the code expects. */
interface OutageContract extends ContractCase {
    @Test
    default void a_read_from_a_server_that_is_not_there_throws_and_never_finds_nothing() {
        try (Backend backend = unreachable()) {
            Items items = new Items(backend);
            Failure.of(
                    ConnectionFailureException.class, () -> items.repository().findOne(items.mine()));
            Failure.of(
                    ConnectionFailureException.class, () -> items.repository().findById(1L, 1L));
            Failure.of(
                    ConnectionFailureException.class, () -> items.repository().findMany(items.mine()));
            Failure.of(
                    ConnectionFailureException.class, () -> items.repository().exists(items.mine()));
            Failure.of(
                    ConnectionFailureException.class, () -> items.repository().count(items.mine()));
        }
    }

    @Test
    default void a_stream_from_a_server_that_is_not_there_throws() {
        try (Backend backend = unreachable()) {
            Items items = new Items(backend);
            Failure.of(
                    ConnectionFailureException.class,
                    () -> items.repository().withStream(items.mine(), Order.byPrimaryKey(), Stream::count));
        }
    }

    @Test
    default void a_write_to_a_server_that_is_not_there_throws_and_is_known_not_to_be_done() {
        try (Backend backend = unreachable()) {
            Items items = new Items(backend);
            Failure.of(ConnectionFailureException.class, () -> items.store("a"));
            Failure.of(
                    ConnectionFailureException.class, () -> items.repository().upsert(items.row("a"), Items.BY_CODE));
            Failure.of(
                    ConnectionFailureException.class, () -> items.repository().deleteWhere(items.mine()));
            Failure.of(
                    ConnectionFailureException.class,
                    () -> items.repository().bulkUpsert(items.rows(3), Items.BY_CODE, BulkOptions.isolateBadRows()));
        }
    }

    @Test
    default void a_transaction_on_a_server_that_is_not_there_throws_before_its_body_runs() throws Exception {
        given(Capability.TRANSACTIONS, () -> {
            try (Backend backend = unreachable()) {
                Items items = new Items(backend);
                Failure.of(
                        ConnectionFailureException.class,
                        () -> items.repository().useTransaction(() -> {
                            throw new AssertionError("the body ran");
                        }));
            }
        });
    }

    @Test
    default void the_health_of_a_server_that_is_not_there_is_an_answer_and_no_exception() {
        try (Backend backend = unreachable()) {
            Health health = backend.health();
            assertThat(health.reachable()).isFalse();
            assertThat(health.failure()).isPresent();
            assertThat(health.status()).isEqualTo(Health.Status.UNKNOWN);
            assertThat(health.serverVersion()).isEmpty();
        }
    }

    @Test
    default void the_health_of_a_server_gives_its_version() {
        Health health = items().backend().health();
        assertThat(health.reachable()).isTrue();
        assertThat(health.serverVersion().orElseThrow()).matches("\\d+.*");
        assertThat(health.latency()).isPositive();
        assertThat(health.status()).isEqualTo(Health.Status.HEALTHY);
    }

    @Test
    default void a_closed_backend_refuses() {
        Backend backend = unreachable();
        backend.close();
        Items items = new Items(backend);
        Failure.of(ConnectionFailureException.class, () -> items.repository().count(items.mine()));
        backend.close();
    }

    @Test
    default void a_schema_that_fits_has_no_difference() throws Exception {
        given(Capability.CATALOG, () -> {
            SchemaReport report = SchemaCheck.compare(
                    ContractSchema.tables(), items().backend().describe(ContractSchema.tables()));
            assertThat(report.differences()).isEmpty();
            report.orThrow();
        });
    }

    @Test
    default void every_difference_of_a_schema_is_listed_with_its_table() throws Exception {
        given(Capability.CATALOG, () -> {
            List<DriftedTable> tables = List.of(DriftedTable.DRIFTED);
            SchemaReport report = SchemaCheck.compare(tables, items().backend().describe(tables));
            assertThat(report.differences())
                    .extracting(SchemaDifference::kind, SchemaDifference::object)
                    .containsExactlyInAnyOrder(
                            tuple(Kind.DIFFERENT_TYPE, "code"),
                            tuple(Kind.MISSING_COLUMN, "lost"),
                            tuple(Kind.UNKNOWN_REQUIRED_COLUMN, "surprise"),
                            tuple(Kind.MISSING_KEY, "contract_drifted_code_key"));
            Failure.of(SchemaMismatchException.class, report::orThrow).table("contract_drifted");
        });
    }

    @Test
    default void a_missing_table_is_a_difference() throws Exception {
        given(Capability.CATALOG, () -> {
            List<ParentTable> tables = List.of(ParentTable.MISSING);
            SchemaReport report = SchemaCheck.compare(tables, items().backend().describe(tables));
            assertThat(report.differences())
                    .extracting(SchemaDifference::kind, SchemaDifference::table)
                    .containsExactly(tuple(Kind.MISSING_TABLE, "contract_missing"));
        });
    }

    @Test
    default void a_backend_has_a_name_and_knows_what_it_can_do() {
        assertThat(items().backend().id()).isNotBlank();
        for (Capability capability : Capability.values()) {
            assertThat(items().backend().capabilities().supports(capability))
                    .isEqualTo(items().backend().capabilities().supported().contains(capability));
        }
    }
}
