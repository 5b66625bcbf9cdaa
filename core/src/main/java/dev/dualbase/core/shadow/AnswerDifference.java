// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.shadow;

import dev.dualbase.core.backend.Read;
import dev.dualbase.core.internal.compare.RowValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.Field;
import org.jooq.UniqueKey;

/** Describes how two lists of rows differ: by primary key where the read has it, else by place. */
final class AnswerDifference {

    private static final int KEPT_KEYS = 100;

    private final Read<?> read;
    private final List<Field<?>> compared;
    private final List<Field<?>> key;
    private final List<Integer> keyPlaces;
    private final TreeSet<String> columns = new TreeSet<>();
    private final List<String> keys = new ArrayList<>();

    private AnswerDifference(Read<?> read, List<Field<?>> compared) {
        this.read = read;
        this.compared = compared;
        UniqueKey<?> primary = read.table().getPrimaryKey();
        this.key = primary == null ? List.of() : List.copyOf(primary.getFields());
        List<String> names = compared.stream().map(Field::getName).toList();
        List<Integer> places =
                key.stream().map(column -> names.indexOf(column.getName())).toList();
        this.keyPlaces = places.contains(-1) ? List.of() : places;
    }

    /** Of answers that hold these columns of the read. */
    static ShadowDifference between(Read<?> read, List<Field<?>> compared, ShadowAnswer primary, ShadowAnswer other) {
        AnswerDifference difference = new AnswerDifference(read, compared);
        if (primary instanceof ShadowAnswer.Rows left && other instanceof ShadowAnswer.Rows right) {
            return difference.described("read", difference.ofRows(left.rows(), right.rows()));
        }
        return difference.described("count", "the numbers differ");
    }

    private ShadowDifference described(String kind, String what) {
        List<String> names = key.stream().map(Field::getName).toList();
        return new ShadowDifference(read.origin(), read.table().getName(), kind, names, what, columns, keys);
    }

    private String ofRows(List<RowValues> left, List<RowValues> right) {
        return keyPlaces.isEmpty() ? byPlace(left, right) : byKey(left, right);
    }

    private String byPlace(List<RowValues> left, List<RowValues> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            noteColumns(left.get(i), right.get(i));
        }
        return left.size() == right.size() ? "rows differ" : left.size() + " rows and " + right.size();
    }

    private String byKey(List<RowValues> left, List<RowValues> right) {
        Map<List<String>, RowValues> onlyRight = keyed(right);
        int missing = 0;
        int different = 0;
        for (Map.Entry<List<String>, RowValues> each : keyed(left).entrySet()) {
            RowValues there = onlyRight.remove(each.getKey());
            if (there == null) {
                missing++;
                noteKey(each.getKey());
            } else if (!each.getValue().equals(there)) {
                different++;
                noteColumns(each.getValue(), there);
                noteKey(each.getKey());
            }
        }
        onlyRight.keySet().forEach(this::noteKey);
        return missing + different + onlyRight.size() == 0
                ? "the order differs"
                : missing + " rows missing, " + onlyRight.size() + " extra, " + different + " different";
    }

    private Map<List<String>, RowValues> keyed(List<RowValues> rows) {
        Map<List<String>, RowValues> keyed = new LinkedHashMap<>();
        for (RowValues row : rows) {
            List<String> values = new ArrayList<>();
            keyPlaces.forEach(place -> values.add(String.valueOf(row.get(place))));
            keyed.put(values, row);
        }
        return keyed;
    }

    private void noteColumns(RowValues left, RowValues right) {
        left.differences(right).forEach(place -> columns.add(compared.get(place).getName()));
    }

    private void noteKey(List<String> values) {
        if (keys.size() < KEPT_KEYS) {
            keys.add(values.toString());
        }
    }
}
