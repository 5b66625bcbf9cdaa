// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import org.jooq.impl.UpdatableRecordImpl;

/** A row of {@link ScratchTable}. */
final class ScratchRecord extends UpdatableRecordImpl<ScratchRecord> {
    private static final long serialVersionUID = 1L;

    ScratchRecord() {
        super(ScratchTable.SCRATCH);
    }
}
