// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Arrays element by element, the shorter first; NULL equals NULL there and is the greatest (manual, 9.19). */
record ArrayOrder(Comparator<Object> elements) implements Comparator<Object> {
    @Override
    public int compare(Object left, Object right) {
        @Nullable Object[] a = (@Nullable Object[]) left;
        @Nullable Object[] b = (@Nullable Object[]) right;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = compareElements(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private int compareElements(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        return elements.compare(left, right);
    }
}
