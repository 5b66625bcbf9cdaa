// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a PostgREST, as far as its behaviour depends on it. */
record ServerVersion(int major, int minor, String text) implements Comparable<ServerVersion> {

    /** What is assumed of a server that does not say: the oldest that is supported. */
    static final ServerVersion OLDEST = new ServerVersion(12, 0, "12.0");

    private static final Pattern NUMBERS = Pattern.compile("(?:postgrest/)?((\\d{1,4})\\.(\\d{1,4})[^ ]*).*");

    /** The version in a text such as {@code postgrest/12.0.2} or {@code 13.0.4 (c0f8dbe)}. */
    static Optional<ServerVersion> parse(String text) {
        Matcher numbers = NUMBERS.matcher(text.strip());
        return numbers.matches()
                ? Optional.of(new ServerVersion(
                        Integer.parseInt(numbers.group(2)), Integer.parseInt(numbers.group(3)), numbers.group(1)))
                : Optional.empty();
    }

    /**
     * Whether an update whose condition has a tree answers with its rows. Before, the tree is applied once more to what was
     * changed (PostgREST #3707).
     */
    boolean answersUpdatesWithTrees() {
        return compareTo(new ServerVersion(14, 4, "14.4")) >= 0;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }
}
