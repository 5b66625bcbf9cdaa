// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What stands for a character that has a meaning where a text is read. All such characters are ASCII. */
final class Escaping {

    /** The text format of COPY (PostgreSQL manual, COPY, File Formats). */
    static final Escaping COPY = new Escaping()
            .with('\\', "\\\\")
            .with('\t', "\\t")
            .with('\n', "\\n")
            .with('\r', "\\r");

    /** An element of an array literal, between quotes. */
    static final Escaping ELEMENT = new Escaping().with('\\', "\\\\").with('"', "\\\"");

    /** Text whose length is known, so that nothing in it has a meaning. */
    static final Escaping NONE = new Escaping();

    private static final int ASCII = 128;

    /** By character. */
    private final byte[] @Nullable [] replacements = new byte[ASCII][];

    private Escaping() {}

    @CanIgnoreReturnValue
    private Escaping with(char character, String replacement) {
        replacements[character] = replacement.getBytes(StandardCharsets.US_ASCII);
        return this;
    }

    /** This one for a text that is then read as a part of another one. */
    Escaping within(Escaping outer) {
        Escaping both = new Escaping();
        for (char c = 0; c < ASCII; c++) {
            String inner = of(c);
            StringBuilder escaped = new StringBuilder();
            inner.chars().forEach(each -> escaped.append(outer.of((char) each)));
            if (!escaped.toString().equals(String.valueOf(c))) {
                both.with(c, escaped.toString());
            }
        }
        return both;
    }

    private String of(char c) {
        byte @Nullable [] replacement = replacements[c];
        return replacement == null ? String.valueOf(c) : new String(replacement, StandardCharsets.US_ASCII);
    }

    /** What stands for an ASCII character, or null where it stands for itself. */
    byte @Nullable [] replacement(char c) {
        return replacements[c];
    }
}
