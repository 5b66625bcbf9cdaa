// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.ArrayList;
import java.util.List;

/** Rows of a bulk that have one key, as one. */
record Merged(Row row, List<Integer> places) {
    static List<Merged> of(List<Row> given, RandomKey key, RandomTable table) {
        List<Merged> all = new ArrayList<>();
        for (int place = 0; place < given.size(); place++) {
            Row row = given.get(place);
            int same = indexOf(all, row, key);
            if (same < 0) {
                all.add(new Merged(row, List.of(place)));
            } else {
                all.set(same, all.get(same).and(row, place, table));
            }
        }
        return all;
    }

    private static int indexOf(List<Merged> all, Row row, RandomKey key) {
        for (int i = 0; i < all.size(); i++) {
            if (key.isSame(all.get(i).row(), row)) {
                return i;
            }
        }
        return -1;
    }

    private Merged and(Row later, int place, RandomTable table) {
        List<Integer> more = new ArrayList<>(places);
        more.add(place);
        return new Merged(row.with(later, column -> true, table), more);
    }
}
