// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.testkit.compare.Comparison;
import dev.dualbase.testkit.compare.Disagreement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Compares all tables of two backends, row by row. */
final class SameRows {

    /** What the databases make up themselves. */
    private static final Set<String> MADE_UP = Set.of("id", "created_at", "updated_at", "last_updated");

    private SameRows() {}

    static void expect(String title, Backend one, Backend other, Expectations expectations) {
        expectations.begin(title);
        for (Table<?> table : SalonRepositories.TABLES) {
            List<String> differences =
                    Comparison.of(one, other)
                            .ask(table.getName(), backend -> rows(backend, table))
                            .disagreements()
                            .stream()
                            .map(Disagreement::toString)
                            .toList();
            expectations.equal("rows that differ in " + table.getName(), List.of(), differences);
        }
    }

    /** All rows, in an order that does not depend on what is left out of them. */
    private static <R extends Record> List<R> rows(Backend backend, Table<R> table) {
        Field<?>[] compared = Arrays.stream(table.fields())
                .filter(column -> !MADE_UP.contains(column.getName()))
                .toArray(Field[]::new);
        Comparator<R> byValues = Comparator.comparing(row -> Arrays.deepToString(row.intoArray()));
        return new BaseRepository<>(backend, table)
                .selecting(compared)
                .withStream(
                        Filters.everyRow(),
                        Order.byPrimaryKey(),
                        rows -> rows.sorted(byValues).toList());
    }
}
