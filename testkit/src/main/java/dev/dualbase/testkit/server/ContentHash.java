// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A fingerprint of named contents, short enough for the name of a database. */
final class ContentHash {
    private static final int LENGTH = 32;
    private final MessageDigest digest;

    ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static String of(String text) {
        ContentHash hash = new ContentHash();
        hash.add("", text.getBytes(StandardCharsets.UTF_8));
        return hash.text();
    }

    /** Lengths go in too: what moves from one content to its neighbour changes the sum. */
    void add(String name, byte[] content) {
        digest.update((name + '\0' + content.length + '\0').getBytes(StandardCharsets.UTF_8));
        digest.update(content);
    }

    /** Ends it: 32 hexadecimal digits. */
    String text() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }
}
