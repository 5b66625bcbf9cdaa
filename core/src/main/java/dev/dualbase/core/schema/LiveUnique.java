// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.schema;

import java.util.List;
import java.util.Set;

/**
 * A unique index as the database has it.
 *
 * @param name the name of the index, which is also that of its constraint if it has one
 * @param columns its columns in order; an expression stands as an empty name
 * @param full whether it covers every row: valid, without a WHERE clause and without expressions. Only a full one can be
 *     the target of an upsert; a partial one fails with 42P10
 */
public record LiveUnique(String name, List<String> columns, boolean full) {

    /** Copies the list. */
    public LiveUnique {
        columns = List.copyOf(columns);
    }

    /** Whether it is on just these columns, in whatever order. */
    public boolean isOn(Set<String> names) {
        return columns.size() == names.size() && Set.copyOf(columns).equals(names);
    }
}
