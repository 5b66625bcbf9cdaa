// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import org.jooq.impl.UpdatableRecordImpl;

/** A row of {@link DriftedTable}. */
final class DriftedRecord extends UpdatableRecordImpl<DriftedRecord> {
    private static final long serialVersionUID = 1L;

    DriftedRecord() {
        super(DriftedTable.DRIFTED);
    }
}
