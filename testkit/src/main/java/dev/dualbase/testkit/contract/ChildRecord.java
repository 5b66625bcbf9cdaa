// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import org.jooq.impl.UpdatableRecordImpl;

/** A row of {@link ChildTable}. */
final class ChildRecord extends UpdatableRecordImpl<ChildRecord> {
    private static final long serialVersionUID = 1L;

    ChildRecord() {
        super(ChildTable.CHILD);
    }
}
