// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import org.jooq.impl.UpdatableRecordImpl;

/** A row of {@link ParentTable}. */
final class ParentRecord extends UpdatableRecordImpl<ParentRecord> {
    private static final long serialVersionUID = 1L;

    ParentRecord() {
        super(ParentTable.PARENT);
    }
}
