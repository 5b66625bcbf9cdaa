// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import org.jooq.impl.UpdatableRecordImpl;

/** A row of {@link GuestTable}. */
final class GuestRecord extends UpdatableRecordImpl<GuestRecord> {
    private static final long serialVersionUID = 1L;

    GuestRecord() {
        super(GuestTable.GUEST);
    }
}
