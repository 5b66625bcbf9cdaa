// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import java.util.List;

/**
 * One row that may differ on the other side.
 *
 * @param table the name of the table
 * @param key the values of its primary key as text
 */
record RowMark(String table, List<String> key) {

    /** The table only: the key is data. */
    @Override
    public String toString() {
        return "RowMark[" + table + "]";
    }
}
