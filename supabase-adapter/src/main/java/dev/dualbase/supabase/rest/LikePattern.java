// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.filter.Filter;

/** The pattern of LIKE for a match of texts, with the backslash as escape. */
final class LikePattern {

    private LikePattern() {}

    static String of(Filter.TextMatch match) {
        return switch (match.operator()) {
            case LIKE -> match.text();
            case CONTAINS -> "%" + literal(match.text()) + "%";
            case STARTS_WITH -> literal(match.text()) + "%";
            case ENDS_WITH -> "%" + literal(match.text());
        };
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
