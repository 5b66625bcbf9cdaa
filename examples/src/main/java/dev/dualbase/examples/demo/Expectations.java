// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.error.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** What the demo expects, and what was different. */
final class Expectations {

    private final List<String> differences = new ArrayList<>();
    private String part = "";
    private int met;

    /** Differences carry this name from now on. */
    synchronized void begin(String newPart) {
        this.part = newPart;
    }

    synchronized void equal(String what, Object expected, Object actual) {
        if (Objects.equals(expected, actual)) {
            met++;
        } else {
            differences.add(part + ": " + what + ": expected " + expected + ", was " + actual);
        }
    }

    /** Expects a failure of one kind; both its absence and another kind are differences. */
    void fails(String what, Class<? extends StorageException> expected, Supplier<?> operation) {
        try {
            equal(what, expected.getSimpleName(), "answer " + operation.get());
        } catch (StorageException failure) {
            equal(what, expected.getSimpleName(), failure.getClass().getSimpleName());
            System.out.println(
                    "      " + what + " -> " + failure.getClass().getSimpleName() + ": " + firstLine(failure));
        }
    }

    private static String firstLine(StorageException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    synchronized int met() {
        return met;
    }

    synchronized List<String> differences() {
        return List.copyOf(differences);
    }
}
