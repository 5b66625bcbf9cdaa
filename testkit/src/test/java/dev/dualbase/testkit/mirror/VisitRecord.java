// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import org.jooq.impl.UpdatableRecordImpl;

/** A row of {@link VisitTable}. */
final class VisitRecord extends UpdatableRecordImpl<VisitRecord> {
    private static final long serialVersionUID = 1L;

    VisitRecord() {
        super(VisitTable.VISIT);
    }
}
