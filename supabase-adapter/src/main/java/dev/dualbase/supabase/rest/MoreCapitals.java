// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Letters that become the same small letter as the capital that it has, such as the sign of the kelvin besides K. An
 * expression that ignores case knows a small letter and its capital only.
 */
final class MoreCapitals {
    private static final Map<Integer, String> BY_SMALL_LETTER = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> Character.toLowerCase(c) != c && Character.toUpperCase(Character.toLowerCase(c)) != c)
            .boxed()
            .collect(Collectors.groupingBy(
                    Character::toLowerCase, Collectors.mapping(Character::toString, Collectors.joining())));

    private MoreCapitals() {}

    /** Those of a letter, empty for most. */
    static String of(int letter) {
        return BY_SMALL_LETTER.getOrDefault(Character.toLowerCase(letter), "");
    }
}
