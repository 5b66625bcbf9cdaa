// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.floor;

import dev.dualbase.benchmarks.data.ClientChange;

/** Rows in the text format of COPY: tabs between values, a backslash before what has a meaning. */
final class CopyText {

    private final StringBuilder text = new StringBuilder();

    int length() {
        return text.length();
    }

    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    void row(ClientChange row) {
        text.append(row.companyId()).append('\t').append(row.yclientsId()).append('\t');
        value(row.name());
        value(row.phone());
        value(row.rawPhone());
        value(row.email());
        text.append(row.discount()).append('\t');
        numbers(row.branchIds());
        texts(row.tags());
        value(row.status());
        value(row.source());
        text.append(row.visitCount()).append('\t');
        text.append(row.totalSpent()).append('\t');
        text.append(row.lastVisitDate()).append('\t');
        escaped(row.visitHistory());
        text.append('\n');
    }

    private void value(String value) {
        escaped(value);
        text.append('\t');
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            escaped(value.charAt(i));
        }
    }

    private void escaped(char character) {
        switch (character) {
            case '\\' -> text.append("\\\\");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            default -> text.append(character);
        }
    }

    private void numbers(Long[] numbers) {
        text.append('{');
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : ",").append(numbers[i]);
        }
        text.append("}\t");
    }

    private void texts(String[] texts) {
        text.append('{');
        for (int i = 0; i < texts.length; i++) {
            text.append(i == 0 ? "\"" : ",\"");
            element(texts[i]);
            text.append('"');
        }
        text.append("}\t");
    }

    /** In an array quotes and backslashes have a backslash before them, which COPY wants doubled. */
    private void element(String element) {
        for (int i = 0; i < element.length(); i++) {
            char character = element.charAt(i);
            if (character == '"' || character == '\\') {
                text.append("\\\\");
            }
            escaped(character);
        }
    }
}
