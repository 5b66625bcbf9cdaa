// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import java.util.Arrays;

/** What the cases on bulks have in common. */
interface BulkCase extends ContractCase {
    default BulkResult atomic(ItemRecord... rows) {
        return items().repository().bulkUpsert(Arrays.asList(rows), Items.BY_CODE);
    }

    default BulkResult isolated(ItemRecord... rows) {
        return items().repository().bulkUpsert(Arrays.asList(rows), Items.BY_CODE, BulkOptions.isolateBadRows());
    }

    default void assertCounts(BulkResult result, long inserted, long updated) {
        assertThat(result.inserted()).as("inserted").isEqualTo(inserted);
        assertThat(result.updated()).as("updated").isEqualTo(updated);
        assertThat(result.stored()).isEqualTo(inserted + updated);
    }
}
