// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import org.jspecify.annotations.Nullable;

/** Reads an array literal from left to right (PostgreSQL manual, 8.15.6). */
final class ArrayScanner {

    private final String text;
    private int at;

    ArrayScanner(String text) {
        this.text = text;
        // bounds such as [0:2]= stand before arrays that do not start at 1
        this.at = text.startsWith("[") ? text.indexOf('=') + 1 : 0;
    }

    void open() {
        require('{');
    }

    boolean skipClose() {
        return skip('}');
    }

    /** Whether another element follows at this level; if not, the level is closed. */
    boolean hasNext() {
        if (skip(',')) {
            return true;
        }
        require('}');
        return false;
    }

    void end() {
        if (at != text.length()) {
            throw malformed();
        }
    }

    /** The text of the next element, or null for NULL. */
    @Nullable
    String element() {
        if (skip('"')) {
            String element = until(true);
            require('"');
            return element;
        }
        int start = at;
        String element = until(false);
        if (start == at) {
            throw malformed();
        }
        boolean escaped = element.length() != at - start;
        return element.equalsIgnoreCase("NULL") && !escaped ? null : element;
    }

    private String until(boolean quoted) {
        int start = at;
        while (!isEnd(quoted) && current() != '\\') {
            at++;
        }
        String plain = text.substring(start, at);
        return isEnd(quoted) ? plain : unescaped(plain, quoted);
    }

    private String unescaped(String start, boolean quoted) {
        StringBuilder element = new StringBuilder(start);
        while (!isEnd(quoted)) {
            if (current() == '\\') {
                at++;
            }
            element.append(current());
            at++;
        }
        return element.toString();
    }

    private boolean isEnd(boolean quoted) {
        char c = current();
        return quoted ? c == '"' : c == ',' || c == '}' || c == '{' || c == '"';
    }

    private char current() {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private boolean skip(char c) {
        boolean found = at < text.length() && text.charAt(at) == c;
        if (found) {
            at++;
        }
        return found;
    }

    private void require(char c) {
        if (!skip(c)) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("not an array");
    }
}
