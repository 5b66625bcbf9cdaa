// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.filter.Filter;
import java.util.List;

/**
 * A match of texts in PostgREST's terms. In a pattern of {@code like} it turns each asterisk into a percent sign, escaped
 * or not; a pattern with an asterisk goes as a regular expression instead.
 *
 * @param operator {@code like} or {@code ilike}, {@code match} or {@code imatch}
 * @param text the pattern or expression
 */
record TextPattern(String operator, String text) {

    private static final String SPECIAL = ".^$*+?()[]{}|\\";

    /** The patterns that a text must match, all of them. */
    static List<TextPattern> of(Filter.TextMatch match) {
        String pattern = LikePattern.of(match);
        if (pattern.indexOf('*') < 0) {
            return List.of(new TextPattern(match.ignoreCase() ? "ilike" : "like", pattern));
        } else if (match.ignoreCase()) {
            return List.of(
                    new TextPattern("ilike", withoutAsterisks(pattern)),
                    new TextPattern("imatch", expression(pattern, true)));
        }
        return List.of(new TextPattern("match", expression(pattern, false)));
    }

    /**
     * The pattern with any character in place of an asterisk. It settles what is alike without its case: expressions go by
     * other rules there, for which the two small letters sigma are alike.
     */
    private static String withoutAsterisks(String pattern) {
        StringBuilder relaxed = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '\\') {
                relaxed.append(c == '*' ? '_' : c);
            } else if (pattern.charAt(++i) == '*') {
                relaxed.append('_');
            } else {
                relaxed.append(c).append(pattern.charAt(i));
            }
        }
        return relaxed.toString();
    }

    /**
     * The regular expression (PostgreSQL manual, 9.7.3) for a pattern whose escapes are complete. It begins with an anchor,
     * so that nothing in the text can set options.
     */
    private static String expression(String pattern, boolean ignoreCase) {
        StringBuilder expression = new StringBuilder("^");
        boolean literal = false;
        for (int c : pattern.codePoints().toArray()) {
            if (c == '\\' && !literal) {
                literal = true;
                continue;
            }
            expression.append(literal ? literal(c, ignoreCase) : part(c, ignoreCase));
            literal = false;
        }
        return expression.append('$').toString();
    }

    private static String part(int c, boolean ignoreCase) {
        return switch (c) {
            case '%' -> ".*";
            case '_' -> ".";
            default -> literal(c, ignoreCase);
        };
    }

    private static String literal(int c, boolean ignoreCase) {
        String more = ignoreCase ? MoreCapitals.of(c) : "";
        String itself = Character.toString(c);
        if (!more.isEmpty()) {
            return "[" + itself + more + "]";
        }
        return SPECIAL.indexOf(c) < 0 ? itself : "\\" + itself;
    }
}
