// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.util.ArrayList;
import java.util.List;

/**
 * A path into a document, as PostgREST writes it: {@code ->"key"} and {@code ->0}, with a last {@code ->>}.
 *
 * @param steps the whole path
 * @param arrays paths to what must be an array: a place in it is asked for, which a text or number would answer for itself
 */
record JsonPath(String steps, List<String> arrays) {

    private static final int LONGEST_NUMBER = 9;

    /**
     * The ways in which a path of keys may be meant: PostgreSQL's {@code #>>} (manual, 9.16) takes a number for a place where
     * it stands before an array, and for a name elsewhere.
     */
    static List<JsonPath> alternatives(List<String> keys) {
        List<JsonPath> paths = List.of(new JsonPath("", List.of()));
        for (int i = 0; i < keys.size(); i++) {
            String arrow = i == keys.size() - 1 ? "->>" : "->";
            String key = keys.get(i);
            paths = paths.stream()
                    .flatMap(path -> path.extended(arrow, key).stream())
                    .toList();
        }
        return paths;
    }

    private List<JsonPath> extended(String arrow, String key) {
        JsonPath name = new JsonPath(steps + arrow + Quoted.of(key), arrays);
        if (!isPlace(key)) {
            return List.of(name);
        }
        List<String> places = new ArrayList<>(arrays);
        places.add(steps);
        return List.of(name, new JsonPath(steps + arrow + Integer.parseInt(key.strip()), places));
    }

    private static boolean isPlace(String key) {
        String digits = key.strip().replaceFirst("^[+-]", "");
        return !digits.isEmpty()
                && digits.length() <= LONGEST_NUMBER
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Keys are data. */
    @Override
    public String toString() {
        return "JsonPath";
    }
}
