// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values that stand for what nobody may read in a message, a log or an event. Write them into rows and filters, let calls
 * fail, and look for them everywhere. Values of letters, digits and hyphens look the same in JSON, in a URL and in SQL.
 */
public final class MarkedValues {

    private final List<String> values;

    private MarkedValues(List<String> values) {
        this.values = values;
    }

    /**
     * These values.
     *
     * @throws IllegalArgumentException without a value, or for a blank one, which would be found everywhere
     */
    public static MarkedValues of(String... values) {
        if (values.length == 0 || Arrays.stream(values).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a marked value is blank, or there is none");
        }
        return new MarkedValues(List.of(values));
    }

    /**
     * Where they are in an exception, its causes, its suppressed ones and the next of SQL: messages, text forms, and the
     * names of a {@link dev.dualbase.core.error.StorageException}. Its sensitive detail is the one place that is left out.
     */
    public List<Leak> in(Throwable failure) {
        List<Leak> leaks = new ArrayList<>();
        FailureTexts.of(failure).forEach((place, text) -> leaks.addAll(in(place, text)));
        return leaks;
    }

    /**
     * Where they are in a text.
     *
     * @param place what to call it
     */
    public List<Leak> in(String place, String text) {
        return values.stream()
                .filter(text::contains)
                .map(value -> new Leak(place, value))
                .toList();
    }
}
