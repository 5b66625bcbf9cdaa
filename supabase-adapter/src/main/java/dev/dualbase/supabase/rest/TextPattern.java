// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.filter.Filter;

/**
 * A match of texts in PostgREST's terms. In a pattern of {@code like} it turns each asterisk into a percent sign, escaped
 * or not; a pattern with an asterisk goes as a regular expression instead.
 *
 * @param operator {@code like} or {@code ilike}, {@code match} or {@code imatch}
 * @param text the pattern or expression
 */
record TextPattern(String operator, String text) {

    private static final String SPECIAL = ".^$*+?()[]{}|\\";

    static TextPattern of(Filter.TextMatch match) {
        String pattern = LikePattern.of(match);
        if (pattern.indexOf('*') < 0) {
            return new TextPattern(match.ignoreCase() ? "ilike" : "like", pattern);
        }
        return new TextPattern(match.ignoreCase() ? "imatch" : "match", expression(pattern));
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
                expression.append(SPECIAL.indexOf(literal) < 0 ? "" : "\\").append(literal);
            }
        }
        return expression.append('$').toString();
    }
}
