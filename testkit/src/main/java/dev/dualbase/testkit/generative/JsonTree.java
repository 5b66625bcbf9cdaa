// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A JSON document as PostgreSQL's jsonb holds it. Its text form is the one that jsonb prints. */
sealed interface JsonTree {
    /** The order of keys in a jsonb: the shorter first, then byte by byte. */
    Comparator<String> KEY_ORDER = Comparator.<String>comparingInt(key -> ColumnKind.utf8(key).length)
            .thenComparing(ColumnKind::utf8, Arrays::compareUnsigned);

    /** JSON's null, which is a value, unlike SQL's NULL. */
    record Null() implements JsonTree {
        @Override
        public String toString() {
            return "null";
        }
    }

    /** A truth value. */
    record Bool(boolean value) implements JsonTree {
        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /** A number, which keeps its scale, though not in comparisons. */
    record Num(BigDecimal value) implements JsonTree {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Num num && num.value.compareTo(value) == 0;
        }

        @Override
        public int hashCode() {
            return value.stripTrailingZeros().hashCode();
        }

        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /** A string. */
    record Str(String value) implements JsonTree {
        @Override
        public String toString() {
            return JsonText.quoted(value);
        }
    }

    /** An array. */
    record Arr(List<JsonTree> elements) implements JsonTree {
        @Override
        public String toString() {
            return elements.stream().map(JsonTree::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** An object; its keys are in {@link #KEY_ORDER}. */
    record Obj(SortedMap<String, JsonTree> members) implements JsonTree {
        @Override
        public String toString() {
            return members.entrySet().stream()
                    .map(member -> JsonText.quoted(member.getKey()) + ": " + member.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /** Containment as the PostgreSQL manual, 8.14.3, has it: an array also contains a scalar, at the top only. */
    default boolean contains(JsonTree other) {
        return this instanceof Arr array && !other.isContainer()
                ? array.elements().contains(other)
                : containsNested(other);
    }

    private boolean containsNested(JsonTree other) {
        if (this instanceof Obj here && other instanceof Obj there) {
            return there.members().entrySet().stream().allMatch(member -> {
                @Nullable JsonTree own = here.members().get(member.getKey());
                return own != null && own.containsNested(member.getValue());
            });
        } else if (this instanceof Arr here && other instanceof Arr there) {
            return there.elements().stream()
                    .allMatch(wanted -> here.elements().stream().anyMatch(own -> own.containsNested(wanted)));
        }
        return equals(other);
    }

    private boolean isContainer() {
        return this instanceof Arr || this instanceof Obj;
    }

    /** The value at a path as text, as {@code #>>} gives it; null where there is none, or JSON's null. */
    default @Nullable String textAt(List<String> path) {
        @Nullable JsonTree at = this;
        for (String key : path) {
            at = at == null ? null : at.child(key);
        }
        if (at == null || at instanceof Null) {
            return null;
        }
        return at instanceof Str text ? text.value() : at.toString();
    }

    private @Nullable JsonTree child(String key) {
        if (this instanceof Obj object) {
            return object.members().get(key);
        } else if (this instanceof Arr array && key.matches("-?[0-9]{1,9}")) {
            int index = Integer.parseInt(key);
            int place = index < 0 ? index + array.elements().size() : index;
            return place >= 0 && place < array.elements().size()
                    ? array.elements().get(place)
                    : null;
        }
        return null;
    }
}
