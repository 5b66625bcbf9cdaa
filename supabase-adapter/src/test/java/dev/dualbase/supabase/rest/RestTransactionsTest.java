// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.supabase.rest.OddTable.ODD;
import static dev.dualbase.supabase.rest.OddTable.odd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.postgrest.PostgrestServer;
import dev.dualbase.testkit.postgrest.WithPostgrest;
import java.util.ArrayList;
import java.util.List;
import org.jooq.UniqueKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the functions of this module add to REST, through PostgREST. */
@PostgresTest(migrations = {"classpath:db/supabase", "classpath:db/functiontest"})
@WithPostgrest
class RestTransactionsTest {

    private static final UniqueKey<OddRecord> KEY = ODD.getPrimaryKey();
    private static final String LONG = "a name of some length".repeat(3);

    private final SupabaseRestBackend backend;
    private final BaseRepository<OddRecord> rows;

    RestTransactionsTest(PostgrestServer server) {
        this.backend = new SupabaseRestBuilder(server.url(), server.key("service_role"))
                .maxBodyBytes(4_000)
                .build();
        this.rows = new BaseRepository<>(backend, ODD);
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void writes_take_effect_at_the_end_and_their_rows_are_complete_then() {
        store(odd(1, "one"));
        OddRecord stored = rows.withTransaction(() -> {
            rows.deleteWhere(Filters.eq(ODD.ID, 1L));
            return rows.insert(odd(2, "two"));
        });
        assertThat(stored.get(ODD.SELECT)).isEqualTo("filled");
        assertThat(rows.findMany(Filters.everyRow())).singleElement().isEqualTo(stored);
    }

    @Test
    void a_failure_names_the_write_and_leaves_nothing_of_the_others() {
        store(odd(1, "one"));
        assertThatThrownBy(() -> rows.useTransaction(() -> {
                    rows.insert(odd(2, "two"));
                    rows.insert(odd(1, "again"));
                }))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class,
                        failure -> assertThat(failure.info().write()).isEqualTo(1))
                .hasMessageContaining("odd_pkey");
        assertThat(rows.count(Filters.everyRow())).isEqualTo(1);
    }

    @Test
    void a_read_within_is_refused_and_nothing_is_sent() {
        assertThatThrownBy(() -> rows.useTransaction(() -> {
                    rows.insert(odd(1, "one"));
                    assertThat(rows.count(Filters.everyRow())).isZero();
                }))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining(Capability.TRANSACTIONS.name());
        assertThat(rows.count(Filters.everyRow())).isZero();
    }

    @Test
    void a_bulk_of_mixed_columns_is_one_request_if_it_fits_and_else_split_if_it_may_be() {
        BulkResult small = rows.bulkUpsert(mixed(10, "a"), KEY);
        assertThat(small).isEqualTo(new BulkResult(10, 0, List.of()));
        assertThatThrownBy(() -> rows.bulkUpsert(mixed(200, LONG), KEY))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("maxBodyBytes");
        assertThat(rows.count(Filters.everyRow())).isEqualTo(10);

        BulkResult large = rows.bulkUpsert(mixed(200, LONG), KEY, BulkOptions.splittable());
        assertThat(large).isEqualTo(new BulkResult(190, 10, List.of()));
        assertThat(rows.count(Filters.eq(ODD.NAME, LONG))).isEqualTo(200);
    }

    @Test
    void tables_are_described_as_over_jdbc(JdbcBackend jdbc) {
        assertThat(backend.describe(List.of(ODD)))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(jdbc.describe(List.of(ODD)));
    }

    private void store(OddRecord row) {
        rows.useTransaction(() -> rows.insert(row));
    }

    private static List<OddRecord> mixed(int count, String name) {
        List<OddRecord> mixed = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            OddRecord row = odd(i, name);
            if (i % 2 == 0) {
                row.set(ODD.SMALL, (short) i);
            }
            mixed.add(row);
        }
        return mixed;
    }
}
