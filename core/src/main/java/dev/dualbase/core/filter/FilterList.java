// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A copy that keeps nulls, so that the check that follows can name the column. */
final class FilterList {

    private FilterList() {}

    static <T> List<T> withNulls(Collection<T> values) {
        return new ArrayList<>(values);
    }
}
