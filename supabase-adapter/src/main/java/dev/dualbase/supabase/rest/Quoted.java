// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

/**
 * Names and values in PostgREST's double quotes, where nothing but the quote and the backslash has a meaning. Everything
 * inside a tree or a list is quoted, because text behind an unquoted value is ignored without an error there.
 */
final class Quoted {

    private Quoted() {}

    static String of(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
