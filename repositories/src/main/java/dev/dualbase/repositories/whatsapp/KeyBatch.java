// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.whatsapp;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.repositories.schema.Tables.WHATSAPP_KEYS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.dualbase.core.filter.Filter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Changes of keys, one for each key. */
record KeyBatch(List<KeyChange> changes) {

    /** The last change of each key. */
    static KeyBatch of(Collection<KeyChange> changes) {
        Map<List<Object>, KeyChange> last = new LinkedHashMap<>();
        changes.forEach(change -> last.put(List.of(change.type(), change.id()), change));
        return new KeyBatch(List.copyOf(last.values()));
    }

    /** The keys to delete: a filter for each kind, in the same order for all batches. */
    List<Filter> deletes() {
        Map<String, List<String>> ids = changes.stream()
                .filter(change -> change.value().isEmpty())
                .collect(groupingBy(change -> change.type().name(), TreeMap::new, mapping(KeyChange::id, toList())));
        return ids.entrySet().stream()
                .map(kind -> eq(WHATSAPP_KEYS.KEY_TYPE, kind.getKey()).and(in(WHATSAPP_KEYS.KEY_ID, kind.getValue())))
                .toList();
    }

    /** The keys to store, as rows. */
    <R> List<R> rows(Function<KeyChange, R> toRow) {
        return changes.stream()
                .filter(change -> change.value().isPresent())
                .map(toRow)
                .toList();
    }
}
