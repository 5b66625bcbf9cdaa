// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Random documents. JSON's null is never the whole document: over REST it cannot be told from SQL's NULL when written. */
final class RandomJson {
    private static final int DEPTH = 3;
    private static final List<String> KEYS =
            List.of("a", "b", "a b", "", "0", "\"", "\\", "\u00e9", "key.with,all(of)them");
    private static final List<String> NUMBERS = List.of(
            "0", "1", "1.0", "1.10", "-1", "0.1", "12345678901234567890123456789.123", "9223372036854775807", "1e-7");

    private RandomJson() {}

    static JsonTree of(Dice dice) {
        return of(dice, DEPTH);
    }

    private static JsonTree of(Dice dice, int depth) {
        return switch (dice.below(depth == 0 ? 3 : 7)) {
            case 0 -> new JsonTree.Str(RandomText.of(dice));
            case 1 -> new JsonTree.Num(new BigDecimal(dice.pick(NUMBERS)));
            case 2 -> new JsonTree.Bool(dice.oneIn(2));
            case 3 -> new JsonTree.Arr(dice.list(dice.below(4), () -> nested(dice, depth - 1)));
            default -> object(dice, depth);
        };
    }

    private static JsonTree nested(Dice dice, int depth) {
        return dice.oneIn(8) ? new JsonTree.Null() : of(dice, depth);
    }

    private static JsonTree object(Dice dice, int depth) {
        SortedMap<String, JsonTree> members = new TreeMap<>(JsonTree.KEY_ORDER);
        for (int count = dice.below(4); count > 0; count--) {
            members.put(key(dice), nested(dice, depth - 1));
        }
        return new JsonTree.Obj(members);
    }

    static String key(Dice dice) {
        return dice.oneIn(4) ? RandomText.of(dice) : dice.pick(KEYS);
    }

    /** A document that the other is likely to contain. */
    static JsonTree partOf(Dice dice, JsonTree whole) {
        if (whole instanceof JsonTree.Obj object && !object.members().isEmpty()) {
            SortedMap<String, JsonTree> members = new TreeMap<>(JsonTree.KEY_ORDER);
            dice.some(List.copyOf(object.members().entrySet()), 2)
                    .forEach(member -> members.put(member.getKey(), partOf(dice, member.getValue())));
            return new JsonTree.Obj(members);
        } else if (whole instanceof JsonTree.Arr array && !array.elements().isEmpty()) {
            List<JsonTree> some = dice.some(array.elements(), 2);
            boolean bare = dice.oneIn(4) && !(some.get(0) instanceof JsonTree.Null);
            return bare ? some.get(0) : new JsonTree.Arr(List.copyOf(some));
        }
        return whole;
    }

    /** A path that the document is likely to have. */
    static List<String> pathIn(Dice dice, JsonTree whole) {
        if (whole instanceof JsonTree.Obj object && !object.members().isEmpty()) {
            Map.Entry<String, JsonTree> member =
                    dice.pick(List.copyOf(object.members().entrySet()));
            return dice.oneIn(2) ? List.of(member.getKey()) : joined(member.getKey(), pathIn(dice, member.getValue()));
        }
        return whole instanceof JsonTree.Arr ? List.of(dice.pick("0", "1", "-1", "2")) : List.of(key(dice));
    }

    private static List<String> joined(String first, List<String> others) {
        List<String> path = new ArrayList<>(List.of(first));
        path.addAll(others);
        return List.copyOf(path);
    }
}
