// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.and;
import static dev.dualbase.core.filter.Filters.arrayContainedBy;
import static dev.dualbase.core.filter.Filters.arrayContains;
import static dev.dualbase.core.filter.Filters.arrayOverlaps;
import static dev.dualbase.core.filter.Filters.between;
import static dev.dualbase.core.filter.Filters.contains;
import static dev.dualbase.core.filter.Filters.endsWith;
import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.core.filter.Filters.gt;
import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.core.filter.Filters.ilike;
import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.core.filter.Filters.isDistinctFrom;
import static dev.dualbase.core.filter.Filters.isNotNull;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.core.filter.Filters.jsonContains;
import static dev.dualbase.core.filter.Filters.jsonTextEq;
import static dev.dualbase.core.filter.Filters.like;
import static dev.dualbase.core.filter.Filters.lt;
import static dev.dualbase.core.filter.Filters.lte;
import static dev.dualbase.core.filter.Filters.ne;
import static dev.dualbase.core.filter.Filters.noRow;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.core.filter.Filters.notIn;
import static dev.dualbase.core.filter.Filters.or;
import static dev.dualbase.core.filter.Filters.startsWith;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import dev.dualbase.core.filter.Filter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operator under NOT, three deep: what is unknown for a row stays unknown. */
interface LogicContract extends ContractCase {
    /** Three rows with values in every column, and n with NULL in all of them. */
    private Items samples() {
        Items items = items();
        for (int i = 1; i <= 3; i++) {
            String name = List.of("Anna", "bert*", "C%d").get(i - 1);
            items.store(items.row("r" + i, ITEM.RANK, i)
                    .with(ITEM.NAME, name)
                    .with(ITEM.TAGS, new String[] {name, "all"})
                    .with(ITEM.DATA, jsonb("{\"k\": \"" + name + "\", \"n\": " + i + "}")));
        }
        items.store("n");
        return items;
    }

    /** A filter that is true for some rows and false for others, and unknown for the rest, under NOT and beside it. */
    private static void check(Items items, Filter filter, List<String> yes, List<String> no) {
        List<String> known = Stream.of("r1", "r2", "r3", "n")
                .filter(code -> yes.contains(code) || no.contains(code))
                .toList();
        assertThat(items.codes(filter)).as("%s", filter.shape()).isEqualTo(yes);
        assertThat(items.codes(not(filter))).as("not %s", filter.shape()).isEqualTo(no);
        assertThat(items.codes(not(not(filter)))).isEqualTo(yes);
        assertThat(items.codes(not(not(not(filter))))).isEqualTo(no);
        assertThat(items.codes(or(filter, not(filter)))).isEqualTo(known);
        assertThat(items.codes(and(filter, not(filter)))).isEmpty();
        assertThat(items.codes(not(and(filter, not(filter))))).isEqualTo(known);
        assertThat(items.codes(not(or(filter, not(not(filter)))))).isEqualTo(no);
        assertThat(items.codes(not(or(and(filter, everyRow()), noRow())))).isEqualTo(no);
        assertThat(items.repository().count(items.mine(not(filter)))).isEqualTo(no.size());
    }

    @Test
    default void comparisons_stay_unknown_for_null_under_not() {
        Items items = samples();
        check(items, eq(ITEM.RANK, 2), List.of("r2"), List.of("r1", "r3"));
        check(items, ne(ITEM.RANK, 2), List.of("r1", "r3"), List.of("r2"));
        check(items, lt(ITEM.RANK, 2), List.of("r1"), List.of("r2", "r3"));
        check(items, lte(ITEM.RANK, 2), List.of("r1", "r2"), List.of("r3"));
        check(items, gt(ITEM.RANK, 2), List.of("r3"), List.of("r1", "r2"));
        check(items, gte(ITEM.RANK, 2), List.of("r2", "r3"), List.of("r1"));
    }

    @Test
    default void between_stays_unknown_for_null_under_not() {
        Items items = samples();
        check(items, between(ITEM.RANK, 2, 3), List.of("r2", "r3"), List.of("r1"));
        check(items, between(ITEM.RANK, 3, 2), List.of(), List.of("r1", "r2", "r3"));
    }

    @Test
    default void lists_stay_unknown_for_null_under_not() {
        Items items = samples();
        check(items, in(ITEM.RANK, List.of(1, 3)), List.of("r1", "r3"), List.of("r2"));
        check(items, notIn(ITEM.RANK, List.of(1, 3)), List.of("r2"), List.of("r1", "r3"));
        check(items, in(ITEM.RANK, List.of(2)), List.of("r2"), List.of("r1", "r3"));
        check(items, in(ITEM.NAME, List.of("Anna", "C%d")), List.of("r1", "r3"), List.of("r2"));
    }

    @Test
    default void an_empty_list_is_known_for_null_too() {
        Items items = samples();
        List<String> all = List.of("r1", "r2", "r3", "n");
        check(items, in(ITEM.RANK, List.of()), List.of(), all);
        check(items, notIn(ITEM.RANK, List.of()), all, List.of());
    }

    @Test
    default void tests_for_null_and_distinction_are_always_known() {
        Items items = samples();
        check(items, isNull(ITEM.RANK), List.of("n"), List.of("r1", "r2", "r3"));
        check(items, isNotNull(ITEM.NAME), List.of("r1", "r2", "r3"), List.of("n"));
        check(items, isDistinctFrom(ITEM.RANK, 2), List.of("r1", "r3", "n"), List.of("r2"));
        check(items, isDistinctFrom(ITEM.RANK, null), List.of("r1", "r2", "r3"), List.of("n"));
        check(items, isDistinctFrom(ITEM.NAME, "bert*"), List.of("r1", "r3", "n"), List.of("r2"));
    }

    @Test
    default void patterns_stay_unknown_for_null_under_not() {
        Items items = samples();
        check(items, like(ITEM.NAME, "%r%"), List.of("r2"), List.of("r1", "r3"));
        check(items, ilike(ITEM.NAME, "a%"), List.of("r1"), List.of("r2", "r3"));
        check(items, like(ITEM.NAME, "%*"), List.of("r2"), List.of("r1", "r3"));
        check(items, contains(ITEM.NAME, "%"), List.of("r3"), List.of("r1", "r2"));
        check(items, contains(ITEM.NAME, ""), List.of("r1", "r2", "r3"), List.of());
        check(items, startsWith(ITEM.NAME, "C%"), List.of("r3"), List.of("r1", "r2"));
        check(items, endsWith(ITEM.NAME, "t*"), List.of("r2"), List.of("r1", "r3"));
    }

    @Test
    default void array_operators_stay_unknown_for_null_under_not() {
        Items items = samples();
        check(items, arrayContains(ITEM.TAGS, List.of("Anna")), List.of("r1"), List.of("r2", "r3"));
        check(items, arrayContainedBy(ITEM.TAGS, List.of("C%d", "all")), List.of("r3"), List.of("r1", "r2"));
        check(items, arrayOverlaps(ITEM.TAGS, List.of("Anna", "bert*")), List.of("r1", "r2"), List.of("r3"));
        check(items, eq(ITEM.TAGS, new String[] {"Anna", "all"}), List.of("r1"), List.of("r2", "r3"));
    }

    @Test
    default void json_operators_stay_unknown_for_null_under_not() {
        Items items = samples();
        check(items, jsonContains(ITEM.DATA, jsonb("{\"n\": 2}")), List.of("r2"), List.of("r1", "r3"));
        check(items, jsonTextEq(ITEM.DATA, "C%d", "k"), List.of("r3"), List.of("r1", "r2"));
        check(items, jsonTextEq(ITEM.DATA, "C%d", "missing"), List.of(), List.of());
    }

    @Test
    default void constants_are_known_for_every_row() {
        Items items = samples();
        List<String> all = List.of("r1", "r2", "r3", "n");
        check(items, everyRow(), all, List.of());
        check(items, noRow(), List.of(), all);
        check(items, and(List.of()), all, List.of());
        check(items, or(List.of()), List.of(), all);
    }

    @Test
    default void not_of_and_and_of_or_follow_de_morgan() {
        Items items = samples();
        Filter two = eq(ITEM.RANK, 2);
        Filter anna = eq(ITEM.NAME, "Anna");
        check(items, or(and(two, isNotNull(ITEM.NAME)), anna), List.of("r1", "r2"), List.of("r3"));
        check(items, and(or(two, anna), not(anna)), List.of("r2"), List.of("r1", "r3"));
        check(items, not(or(and(not(two), not(anna)), isNull(ITEM.RANK))), List.of("r1", "r2"), List.of("r3", "n"));
        check(items, and(not(and(two, anna)), not(or(two, anna))), List.of("r3"), List.of("r1", "r2"));
    }

    @Test
    default void unknown_gives_way_only_to_what_decides() {
        Items items = samples();
        Filter unknownForN = eq(ITEM.RANK, 2);
        check(items, and(unknownForN, isNotNull(ITEM.RANK)), List.of("r2"), List.of("r1", "r3", "n"));
        check(items, or(unknownForN, isNull(ITEM.RANK)), List.of("r2", "n"), List.of("r1", "r3"));
        check(items, not(and(not(unknownForN), not(isNull(ITEM.RANK)))), List.of("r2", "n"), List.of("r1", "r3"));
    }
}
