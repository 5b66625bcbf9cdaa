// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.compare;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Walks two answers side by side and notes the places where they differ. */
final class Differences {
    private final List<String> found = new ArrayList<>();

    private Differences() {}

    static List<String> between(@Nullable Object left, @Nullable Object right) {
        Differences differences = new Differences();
        differences.compare("", left, right);
        return differences.found;
    }

    private void compare(String place, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            compareNulls(place, left, right);
        } else if (left instanceof Record a && right instanceof Record b) {
            compareRows(place, a, b);
        } else if (left instanceof Optional<?> a && right instanceof Optional<?> b) {
            compare(place, a.orElse(null), b.orElse(null));
        } else if (left instanceof Set<?> a && right instanceof Set<?> b) {
            compareSets(place, a, b);
        } else if (left instanceof Collection<?> a && right instanceof Collection<?> b) {
            compareInOrder(place, "row ", a.toArray(), b.toArray());
        } else if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            compareMaps(place, a, b);
        } else {
            compareOthers(place, left, right);
        }
    }

    private void compareNulls(String place, @Nullable Object left, @Nullable Object right) {
        if (left != right) {
            note(place, "the " + (left == null ? "left" : "right") + " has nothing");
        }
    }

    private void compareOthers(String place, Object left, Object right) {
        if (left.getClass() != right.getClass()) {
            note(
                    place,
                    left.getClass().getSimpleName() + " and " + right.getClass().getSimpleName());
        } else if (left instanceof java.lang.Record) {
            compareComponents(place, left, right);
        } else if (left.getClass().isArray()) {
            compareInOrder(place, "element ", elements(left), elements(right));
        } else if (!left.equals(right)) {
            note(place, "the values differ");
        }
    }

    private void compareInOrder(String place, String each, @Nullable Object[] left, @Nullable Object[] right) {
        if (left.length != right.length) {
            note(place, left.length + " and " + right.length + " of them");
        }
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            compare(inside(place, each + (i + 1)), left[i], right[i]);
        }
    }

    private void compareRows(String place, Record left, Record right) {
        Set<String> names = new HashSet<>();
        for (Field<?> column : left.fields()) {
            names.add(column.getName());
            if (right.field(column.getName()) == null) {
                note(inside(place, "column " + column.getName()), "the right has no such column");
            } else {
                compare(inside(place, "column " + column.getName()), left.get(column), right.get(column.getName()));
            }
        }
        Arrays.stream(right.fields())
                .map(Field::getName)
                .filter(name -> !names.contains(name))
                .forEach(name -> note(inside(place, "column " + name), "the left has no such column"));
    }

    private void compareSets(String place, Set<?> left, Set<?> right) {
        long onlyLeft = left.stream().filter(one -> !right.contains(one)).count();
        long onlyRight = right.stream().filter(one -> !left.contains(one)).count();
        if (onlyLeft + onlyRight > 0) {
            note(place, onlyLeft + " only on the left, " + onlyRight + " only on the right");
        }
    }

    /** Keys may be values of rows: the place of an entry is its number. */
    private void compareMaps(String place, Map<?, ?> left, Map<?, ?> right) {
        compareSets(inside(place, "keys"), left.keySet(), right.keySet());
        int number = 0;
        for (Map.Entry<?, ?> entry : left.entrySet()) {
            number++;
            if (right.containsKey(entry.getKey())) {
                compare(inside(place, "entry " + number), entry.getValue(), right.get(entry.getKey()));
            }
        }
    }

    private void compareComponents(String place, Object left, Object right) {
        for (RecordComponent component : left.getClass().getRecordComponents()) {
            compare(inside(place, component.getName()), value(component, left), value(component, right));
        }
    }

    private static @Nullable Object value(RecordComponent component, Object owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The component " + component.getName() + " cannot be read", e);
        }
    }

    private static @Nullable Object[] elements(Object array) {
        @Nullable Object[] elements = new Object[Array.getLength(array)];
        Arrays.setAll(elements, i -> Array.get(array, i));
        return elements;
    }

    private static String inside(String place, String part) {
        return place.isEmpty() ? part : place + ", " + part;
    }

    private void note(String place, String what) {
        found.add(place.isEmpty() ? what : place + ": " + what);
    }
}
