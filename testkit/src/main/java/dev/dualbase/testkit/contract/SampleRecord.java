// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import org.jooq.impl.UpdatableRecordImpl;

/** A row of {@link SampleTable}. */
final class SampleRecord extends UpdatableRecordImpl<SampleRecord> {
    private static final long serialVersionUID = 1L;

    SampleRecord() {
        super(SampleTable.SAMPLE);
    }
}
