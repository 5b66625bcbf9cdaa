// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.query.Cursor;
import java.util.Optional;

/**
 * How far a comparison has come. First the rows of the primary are walked by primary key, then those of the other side.
 *
 * @param onOther whether the rows of the other side are walked
 * @param cursor behind which row, empty for the beginning. It holds values of the key
 */
public record ReconcilePosition(boolean onOther, Optional<Cursor> cursor) {

    /** The first row of the primary. */
    public static ReconcilePosition begin() {
        return new ReconcilePosition(false, Optional.empty());
    }
}
