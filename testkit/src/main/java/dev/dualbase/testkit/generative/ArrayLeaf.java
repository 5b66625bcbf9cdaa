// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.core.filter.Filters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Random conditions on the elements of an array. Elements are equal where Java says so: no type among them differs. */
final class ArrayLeaf {
    private final Dice dice;

    ArrayLeaf(Dice dice) {
        this.dice = dice;
    }

    Claim on(RandomColumn column, Object near, Object other) {
        Field<Object[]> field = column.as();
        List<Object> values = new ArrayList<>(RandomArray.partOf(dice, near));
        if (dice.oneIn(3)) {
            values.addAll(RandomArray.partOf(dice, other));
        }
        return switch (dice.below(3)) {
            case 0 ->
                Claim.on(
                        column,
                        Filters.arrayContains(field, values),
                        array -> elements(array).containsAll(values));
            case 1 ->
                Claim.on(column, Filters.arrayContainedBy(field, values), array -> values.containsAll(elements(array)));
            default ->
                Claim.on(
                        column,
                        Filters.arrayOverlaps(field, values),
                        array -> values.stream().anyMatch(elements(array)::contains));
        };
    }

    private static List<@Nullable Object> elements(Object array) {
        return Arrays.asList((@Nullable Object[]) array);
    }
}
