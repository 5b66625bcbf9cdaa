// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import org.jooq.impl.UpdatableRecordImpl;

/** A row of {@link OddTable}. */
final class OddRecord extends UpdatableRecordImpl<OddRecord> {

    private static final long serialVersionUID = 1L;

    OddRecord() {
        super(OddTable.ODD);
    }
}
