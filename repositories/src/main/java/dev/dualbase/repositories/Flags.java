// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import org.jooq.Field;

/** Conditions on the schema's flags that are true by default and may be NULL: a NULL counts as the default. */
final class Flags {

    private Flags() {}

    /** The flag is true or was never set. */
    static Filter on(Field<Boolean> flag) {
        return Filters.isDistinctFrom(flag, false);
    }

    /** The flag was set to false. */
    static Filter off(Field<Boolean> flag) {
        return Filters.eq(flag, false);
    }
}
