// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;

/** The parameters of a request, percent-encoded (RFC 3986, 2.1): all but the unreserved characters. */
final class QueryString {

    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder text = new StringBuilder();

    /** Adds a parameter; one of the same name may be there already. */
    @CanIgnoreReturnValue
    QueryString add(String name, String value) {
        text.append(text.isEmpty() ? '?' : '&');
        append(name);
        text.append('=');
        append(value);
        return this;
    }

    /** How much room the parameters take in a URL, in bytes. */
    int length() {
        return text.length();
    }

    private void append(String raw) {
        for (byte b : raw.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(b)) {
                text.append((char) b);
            } else {
                text.append('%').append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
            }
        }
    }

    static boolean isUnreserved(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "-._~".indexOf(b) >= 0;
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
