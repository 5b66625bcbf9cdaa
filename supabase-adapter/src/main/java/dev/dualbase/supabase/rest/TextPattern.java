// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.TextOperator;

/**
 * A match of texts in PostgREST's terms. In a pattern of {@code like} it turns each asterisk into a percent sign, escaped
 * or not; a pattern with an asterisk goes as a regular expression instead.
 *
 * @param operator {@code like} or {@code ilike}, {@code match} or {@code imatch}
 * @param text the pattern or expression
 */
record TextPattern(String operator, String text) {

    private static final String SPECIAL_IN_LIKE = "\\%_";
    private static final String SPECIAL_IN_EXPRESSION = ".^$*+?()[]{}|\\";

    static TextPattern of(Filter.TextMatch match) {
        String pattern = pattern(match.operator(), match.text());
        if (pattern.indexOf('*') < 0) {
            return new TextPattern(match.ignoreCase() ? "ilike" : "like", pattern);
        }
        return new TextPattern(match.ignoreCase() ? "imatch" : "match", expression(pattern));
    }

    private static String pattern(TextOperator operator, String text) {
        return switch (operator) {
            case LIKE -> text;
            case CONTAINS -> "%" + escaped(text, SPECIAL_IN_LIKE) + "%";
            case STARTS_WITH -> escaped(text, SPECIAL_IN_LIKE) + "%";
            case ENDS_WITH -> "%" + escaped(text, SPECIAL_IN_LIKE);
        };
    }

    private static String escaped(String text, String special) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (special.indexOf(text.charAt(i)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
        }
        return escaped.toString();
    }

    /**
     * The regular expression (PostgreSQL manual, 9.7.3) for a pattern whose escapes are complete. It begins with an anchor,
     * so that nothing in the text can set options.
     */
    private static String expression(String pattern) {
        StringBuilder expression = new StringBuilder("^");
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%') {
                expression.append(".*");
            } else if (c == '_') {
                expression.append('.');
            } else {
                char literal = c == '\\' ? pattern.charAt(++i) : c;
                expression.append(escaped(String.valueOf(literal), SPECIAL_IN_EXPRESSION));
            }
        }
        return expression.append('$').toString();
    }
}
