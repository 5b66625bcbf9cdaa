// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.routing;

import org.jooq.impl.UpdatableRecordImpl;

/** A row of one of the {@link ItemTable}s. */
class ItemRecord extends UpdatableRecordImpl<ItemRecord> {
    private static final long serialVersionUID = 1L;

    ItemRecord() {
        super(ItemTable.ITEM);
    }

    private ItemRecord(ItemTable table) {
        super(table);
    }

    /** A row of the second one. */
    static final class Other extends ItemRecord {
        private static final long serialVersionUID = 1L;

        Other() {
            super(ItemTable.OTHER);
        }
    }
}
