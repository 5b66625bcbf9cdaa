// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.util.Locale;
import java.util.Set;

/** What may stand in the headers of a request; the client's own refusal would quote it, and it may be a secret. */
final class HeaderText {
    /** They say what a request means, or belong to the connection. */
    private static final Set<String> RESERVED = Set.of(
            "accept",
            "accept-profile",
            "apikey",
            "authorization",
            "connection",
            "content-length",
            "content-profile",
            "content-type",
            "expect",
            "host",
            "prefer",
            "range",
            "range-unit",
            "upgrade");

    private HeaderText() {}

    /** A key or a token: one word of ASCII. */
    static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> c >= '0' && c <= '9'
                                || c >= 'A' && c <= 'Z'
                                || c >= 'a' && c <= 'z'
                                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }

    static boolean isValue(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 127 || c == '\t');
    }

    static boolean isReserved(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }
}
