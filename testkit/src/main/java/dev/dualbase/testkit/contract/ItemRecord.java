// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import org.jooq.impl.UpdatableRecordImpl;

/** A row of {@link ItemTable}. */
final class ItemRecord extends UpdatableRecordImpl<ItemRecord> {
    private static final long serialVersionUID = 1L;

    ItemRecord() {
        super(ItemTable.ITEM);
    }

    long id() {
        return get(ItemTable.ITEM.ID);
    }

    String code() {
        return get(ItemTable.ITEM.CODE);
    }
}
