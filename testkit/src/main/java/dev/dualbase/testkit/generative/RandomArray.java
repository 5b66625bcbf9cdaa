// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Random arrays of one dimension, with NULLs among their elements. */
final class RandomArray {
    private static final int LONGEST = 4;

    private RandomArray() {}

    static <T> Function<Dice, Object> of(Class<T> element, Function<Dice, T> values) {
        return dice -> {
            Object array = Array.newInstance(element, dice.below(LONGEST + 1));
            for (int i = 0; i < Array.getLength(array); i++) {
                Array.set(array, i, dice.oneIn(6) ? null : values.apply(dice));
            }
            return array;
        };
    }

    /** Elements that the array is likely to have, without NULL. */
    static List<Object> partOf(Dice dice, Object array) {
        List<Object> present = new ArrayList<>();
        for (Object element : (Object[]) array) {
            if (element != null && !dice.oneIn(3)) {
                present.add(element);
            }
        }
        return present;
    }
}
