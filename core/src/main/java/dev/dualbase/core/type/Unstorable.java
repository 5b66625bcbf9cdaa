// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import java.nio.charset.StandardCharsets;

/** What no PostgreSQL text can hold (manual, 8.3 and 8.14). */
enum Unstorable {
    NOTHING,
    NUL,
    LONE_SURROGATE,
    TOO_LARGE;

    private static final int FIELD_LIMIT_BYTES = 0x3fff_ffff;
    private static final int BYTES_PER_CHAR = 3;

    static Unstorable in(String text) {
        if (text.length() > FIELD_LIMIT_BYTES) {
            return TOO_LARGE;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 0 && c < Character.MIN_SURROGATE) {
                continue; // nearly all of them
            }
            if (c == 0) {
                return NUL;
            }
            if (Character.isSurrogate(c)) {
                if (!startsPair(text, i)) {
                    return LONE_SURROGATE;
                }
                i++;
            }
        }
        return isTooLarge(text) ? TOO_LARGE : NOTHING;
    }

    private static boolean startsPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static boolean isTooLarge(String text) {
        if (text.length() <= FIELD_LIMIT_BYTES / BYTES_PER_CHAR) {
            return false;
        }
        return text.getBytes(StandardCharsets.UTF_8).length > FIELD_LIMIT_BYTES;
    }

    /** Whether a JSON text holds {@code \\u0000} with an odd number of backslashes, which jsonb refuses. */
    static boolean hasEscapedNul(String json) {
        int at = json.indexOf("\\u0000");
        while (at >= 0) {
            int backslashes = 1;
            while (at - backslashes >= 0 && json.charAt(at - backslashes) == '\\') {
                backslashes++;
            }
            if (backslashes % 2 == 1) {
                return true;
            }
            at = json.indexOf("\\u0000", at + 1);
        }
        return false;
    }
}
