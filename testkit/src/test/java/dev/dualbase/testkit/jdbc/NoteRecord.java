// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import org.jooq.impl.UpdatableRecordImpl;

/** A row of {@link NoteTable}. */
final class NoteRecord extends UpdatableRecordImpl<NoteRecord> {
    private static final long serialVersionUID = 1L;

    NoteRecord() {
        super(NoteTable.NOTE);
    }
}
