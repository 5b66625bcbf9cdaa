// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.ArrayList;
import java.util.List;

/** LIKE as the PostgreSQL manual, 9.7.1, has it, by code points. */
final class LikePattern {
    private static final int ANY_TEXT = -1;
    private static final int ANY_CHARACTER = -2;

    private final int[] parts;

    private LikePattern(int[] parts) {
        this.parts = parts;
    }

    /** A pattern that does not end in a lone backslash. */
    static LikePattern of(String pattern) {
        List<Integer> parts = new ArrayList<>();
        int[] points = pattern.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            switch (points[i]) {
                case '%' -> parts.add(ANY_TEXT);
                case '_' -> parts.add(ANY_CHARACTER);
                case '\\' -> parts.add(points[++i]);
                default -> parts.add(points[i]);
            }
        }
        return new LikePattern(parts.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Lower case, character by character: the texts have no letters whose case depends on their neighbours. */
    static String folded(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    boolean matches(String text) {
        return matches(text.codePoints().toArray(), 0, 0);
    }

    private boolean matches(int[] text, int at, int part) {
        if (part == parts.length) {
            return at == text.length;
        } else if (parts[part] == ANY_TEXT) {
            return matches(text, at, part + 1) || (at < text.length && matches(text, at + 1, part));
        }
        boolean fits = at < text.length && (parts[part] == ANY_CHARACTER || parts[part] == text[at]);
        return fits && matches(text, at + 1, part + 1);
    }
}
