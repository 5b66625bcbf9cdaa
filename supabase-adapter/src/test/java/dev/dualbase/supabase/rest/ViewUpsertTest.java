// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.core.filter.Filters.everyRow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.repository.BaseRepository;
import org.jooq.Record;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tables that do not tell new rows from changed ones. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ViewUpsertTest {
    @RegisterExtension
    static final ThingDatabase DATABASE = new ThingDatabase();

    private static void assertRefusedTwice(ThingTable table) {
        BaseRepository<Record> rows = new BaseRepository<>(DATABASE.backend(), table);
        for (int i = 0; i < 2; i++) {
            Failure.of(
                            UnsupportedCapabilityException.class,
                            () -> rows.upsert(table.row(1, Failure.SECRET), table.PRIMARY))
                    .message(table.getName())
                    .message("functions of this module");
        }
        assertThat(rows.count(everyRow())).isZero();
    }

    @Test
    void an_upsert_into_a_view_is_refused_and_stores_nothing() {
        assertRefusedTwice(ThingTable.VIEW);
    }

    @Test
    void an_upsert_into_a_partitioned_table_is_refused_and_stores_nothing() {
        assertRefusedTwice(ThingTable.PARTITIONED);
    }

    @Test
    void other_writes_go_through_both() {
        for (ThingTable table : new ThingTable[] {ThingTable.VIEW, ThingTable.PARTITIONED}) {
            BaseRepository<Record> rows = new BaseRepository<>(DATABASE.backend(), table);
            assertThat(rows.insert(table.row(1, "n")).get(table.NAME)).isEqualTo("n");
            assertThat(rows.updateWhere(everyRow(), table.newRecord().with(table.NAME, "m")))
                    .isEqualTo(1);
            assertThat(rows.getById(1L).get(table.NAME)).isEqualTo("m");
            assertThat(rows.deleteWhere(everyRow())).isEqualTo(1);
        }
    }
}
