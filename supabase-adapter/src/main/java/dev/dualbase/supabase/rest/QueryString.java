// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;

/** The parameters of a request, percent-encoded (RFC 3986, 2.1): all but the unreserved characters. */
final class QueryString {

    private static final String HEX = "0123456789ABCDEF";
    private static final int ENOUGH = 512;
    private static final boolean[] UNRESERVED = new boolean[128];

    static {
        for (char c = 0; c < UNRESERVED.length; c++) {
            UNRESERVED[c] = isUnreserved(c);
        }
    }

    private final StringBuilder text = new StringBuilder(ENOUGH);

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
    }

    /** Adds a parameter; one of the same name may be there already. */
    @CanIgnoreReturnValue
    QueryString add(String name, String value) {
        begin(name);
        append(text, value);
        return this;
    }

    /** The same with a value that is encoded already. */
    @CanIgnoreReturnValue
    QueryString addEncoded(String name, String value) {
        begin(name);
        text.append(value);
        return this;
    }

    private void begin(String name) {
        text.append(text.isEmpty() ? '?' : '&');
        append(text, name);
        text.append('=');
    }

    /** A text as it stands in a parameter. */
    static String encode(String raw) {
        StringBuilder encoded = new StringBuilder(raw.length());
        append(encoded, raw);
        return encoded.toString();
    }

    /** How much room the parameters take in a URL, in bytes. */
    int length() {
        return text.length();
    }

    private static void append(StringBuilder text, String raw) {
        for (byte b : raw.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0 && UNRESERVED[b]) {
                text.append((char) b);
            } else {
                text.append('%').append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
            }
        }
    }

    /** Empty, or what stands in a URL from the question mark on. It holds values of filters: not for messages. */
    String encoded() {
        return text.toString();
    }

    /** Nothing of the values: they are data. */
    @Override
    public String toString() {
        return "QueryString of " + length() + " bytes";
    }
}
