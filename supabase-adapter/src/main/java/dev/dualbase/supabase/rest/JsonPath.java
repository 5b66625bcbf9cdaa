// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.util.ArrayList;
import java.util.List;

/** Paths into documents, as PostgREST writes them: {@code ->"key"} and {@code ->0}, with a last {@code ->>}. */
final class JsonPath {

    private static final int LONGEST_NUMBER = 9;

    private JsonPath() {}

    /**
     * The ways in which a path of keys may be meant: PostgreSQL's {@code #>>} (manual, 9.16) takes a number for a place where
     * it stands before an array, and for a name elsewhere.
     */
    static List<String> alternatives(List<String> keys) {
        List<String> paths = List.of("");
        for (int i = 0; i < keys.size(); i++) {
            String arrow = i == keys.size() - 1 ? "->>" : "->";
            paths = extended(paths, arrow, keys.get(i));
        }
        return paths;
    }

    private static List<String> extended(List<String> paths, String arrow, String key) {
        List<String> longer = new ArrayList<>();
        for (String path : paths) {
            longer.add(path + arrow + Quoted.of(key));
            if (isPlace(key)) {
                longer.add(path + arrow + Integer.parseInt(key.strip()));
            }
        }
        return longer;
    }

    private static boolean isPlace(String key) {
        String digits = key.strip().replaceFirst("^[+-]", "");
        return !digits.isEmpty()
                && digits.length() <= LONGEST_NUMBER
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
