// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

/** JSON written by hand. */
final class Json {
    private Json() {}

    /** A text as a JSON string. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
