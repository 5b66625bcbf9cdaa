// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import static dev.dualbase.core.mirror.DivergenceTable.DIVERGENCE;

import java.util.List;
import org.jooq.impl.UpdatableRecordImpl;

/** A line of {@link DivergenceTable}. */
final class DivergenceRecord extends UpdatableRecordImpl<DivergenceRecord> {

    private static final long serialVersionUID = 1L;

    DivergenceRecord() {
        super(DIVERGENCE);
    }

    long id() {
        return get(DIVERGENCE.ID);
    }

    RowMark mark() {
        return new RowMark(get(DIVERGENCE.TABLE_NAME), List.of(get(DIVERGENCE.ROW_KEY)));
    }

    int attempts() {
        return get(DIVERGENCE.ATTEMPTS);
    }
}
