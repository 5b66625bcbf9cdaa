// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.and;
import static dev.dualbase.core.filter.Filters.contains;
import static dev.dualbase.core.filter.Filters.containsIgnoreCase;
import static dev.dualbase.core.filter.Filters.endsWith;
import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.ilike;
import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.core.filter.Filters.like;
import static dev.dualbase.core.filter.Filters.ne;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.core.filter.Filters.startsWith;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Filters on text, and text that has a meaning elsewhere. */
interface TextFilterContract extends ContractCase {
    /** Rows a, b and so on with these names. */
    private Items named(@Nullable String... names) {
        Items items = items();
        for (int i = 0; i < names.length; i++) {
            items.store(String.valueOf((char) ('a' + i)), ITEM.NAME, names[i]);
        }
        return items;
    }

    @Test
    default void like_knows_percent_and_underscore() {
        Items items = named("anna", "anya", "ann", "Anna");
        assertThat(items.codes(like(ITEM.NAME, "an%a"))).containsExactly("a", "b");
        assertThat(items.codes(like(ITEM.NAME, "an_"))).containsExactly("c");
    }

    @Test
    default void like_matches_the_whole_text() {
        assertThat(named("anna", "banana").codes(like(ITEM.NAME, "an"))).isEmpty();
    }

    @Test
    default void like_takes_what_follows_a_backslash_literally() {
        Items items = named("10%", "100", "a_b", "axb", "a\\b");
        assertThat(items.codes(like(ITEM.NAME, "10\\%"))).containsExactly("a");
        assertThat(items.codes(like(ITEM.NAME, "a\\_b"))).containsExactly("c");
        assertThat(items.codes(like(ITEM.NAME, "a\\\\b"))).containsExactly("e");
        assertThat(items.codes(like(ITEM.NAME, "\\a\\x%"))).containsExactly("d");
    }

    @Test
    default void a_star_in_a_pattern_is_a_star() {
        Items items = named("a*b", "axxb", "a%b");
        assertThat(items.codes(like(ITEM.NAME, "a*b"))).containsExactly("a");
        assertThat(items.codes(like(ITEM.NAME, "%*%"))).containsExactly("a");
        assertThat(items.codes(like(ITEM.NAME, "a\\*b"))).containsExactly("a");
    }

    @Test
    default void a_pattern_that_ends_in_a_lone_backslash_is_refused() {
        Failure.of(InvalidValueException.class, () -> like(ITEM.NAME, "secret\\"))
                .sqlState("22025")
                .column("name")
                .withoutValue("secret");
    }

    @Test
    default void regular_expressions_have_no_meaning() {
        Items items = named("a.c", "abc", "[x]", "(y|z)", "^s$");
        assertThat(items.codes(like(ITEM.NAME, "a.c"))).containsExactly("a");
        assertThat(items.codes(contains(ITEM.NAME, "[x]"))).containsExactly("c");
        assertThat(items.codes(startsWith(ITEM.NAME, "(y|"))).containsExactly("d");
        assertThat(items.codes(containsIgnoreCase(ITEM.NAME, "^S$"))).containsExactly("e");
    }

    @Test
    default void like_sees_past_the_end_of_a_line() {
        assertThat(named("one\ntwo").codes(like(ITEM.NAME, "one%two"))).containsExactly("a");
        assertThat(items().codes(like(ITEM.NAME, "one_two"))).containsExactly("a");
    }

    @Test
    default void contains_takes_each_special_character_literally() {
        Items items = named("a%b", "a_b", "a*b", "a\\b", "axb");
        assertThat(items.codes(contains(ITEM.NAME, "%"))).containsExactly("a");
        assertThat(items.codes(contains(ITEM.NAME, "_"))).containsExactly("b");
        assertThat(items.codes(contains(ITEM.NAME, "*"))).containsExactly("c");
        assertThat(items.codes(contains(ITEM.NAME, "\\"))).containsExactly("d");
    }

    @Test
    default void contains_ignore_case_takes_each_special_character_literally() {
        Items items = named("A%B", "A_B", "A*B", "A\\B", "AXB");
        assertThat(items.codes(containsIgnoreCase(ITEM.NAME, "a%b"))).containsExactly("a");
        assertThat(items.codes(containsIgnoreCase(ITEM.NAME, "a_b"))).containsExactly("b");
        assertThat(items.codes(containsIgnoreCase(ITEM.NAME, "a*b"))).containsExactly("c");
        assertThat(items.codes(containsIgnoreCase(ITEM.NAME, "a\\b"))).containsExactly("d");
    }

    @Test
    default void starts_with_and_ends_with_take_special_characters_literally() {
        Items items = named("%x%", "yx%", "%xy", "*z", "_z", "z\\");
        assertThat(items.codes(startsWith(ITEM.NAME, "%"))).containsExactly("a", "c");
        assertThat(items.codes(endsWith(ITEM.NAME, "%"))).containsExactly("a", "b");
        assertThat(items.codes(startsWith(ITEM.NAME, "*"))).containsExactly("d");
        assertThat(items.codes(startsWith(ITEM.NAME, "_"))).containsExactly("e");
        assertThat(items.codes(endsWith(ITEM.NAME, "\\"))).containsExactly("f");
    }

    @Test
    default void the_empty_text_is_in_every_text_but_not_in_null() {
        Items items = named("a", "", null);
        assertThat(items.codes(contains(ITEM.NAME, ""))).containsExactly("a", "b");
        assertThat(items.codes(startsWith(ITEM.NAME, ""))).containsExactly("a", "b");
        assertThat(items.codes(like(ITEM.NAME, ""))).containsExactly("b");
    }

    @Test
    default void the_empty_text_is_a_value_and_not_null() {
        Items items = named("a", "", null);
        assertThat(items.codes(eq(ITEM.NAME, ""))).containsExactly("b");
        assertThat(items.codes(ne(ITEM.NAME, ""))).containsExactly("a");
        assertThat(items.codes(in(ITEM.NAME, List.of("")))).containsExactly("b");
        assertThat(items.codes(in(ITEM.NAME, List.of("", "x")))).containsExactly("b");
        assertThat(items.codes(not(in(ITEM.NAME, List.of(""))))).containsExactly("a");
    }

    @Test
    default void the_word_null_is_a_text() {
        Items items = named("null", "NULL", null);
        assertThat(items.codes(eq(ITEM.NAME, "null"))).containsExactly("a");
        assertThat(items.codes(in(ITEM.NAME, List.of("null", "NULL")))).containsExactly("a", "b");
    }

    @Test
    default void case_counts_unless_it_is_ignored() {
        Items items = named("anna", "ANNA");
        assertThat(items.codes(like(ITEM.NAME, "ann%"))).containsExactly("a");
        assertThat(items.codes(ilike(ITEM.NAME, "ann%"))).containsExactly("a", "b");
        assertThat(items.codes(contains(ITEM.NAME, "NN"))).containsExactly("b");
        assertThat(items.codes(containsIgnoreCase(ITEM.NAME, "nN"))).containsExactly("a", "b");
    }

    @Test
    default void case_is_ignored_in_cyrillic_too() {
        Items items = named("Анна Ёлкина", "анна ёлкина", "Иван");
        assertThat(items.codes(ilike(ITEM.NAME, "АННА %"))).containsExactly("a", "b");
        assertThat(items.codes(containsIgnoreCase(ITEM.NAME, "ЁЛКИ"))).containsExactly("a", "b");
        assertThat(items.codes(contains(ITEM.NAME, "Ёлк"))).containsExactly("a");
    }

    @Test
    default void not_like_leaves_out_null() {
        assertThat(named("anna", "boris", null).codes(not(like(ITEM.NAME, "a%"))))
                .containsExactly("b");
    }

    @Test
    default void every_nasty_text_is_found_by_itself_and_by_nothing_else() {
        Items items = items();
        Nasty.TEXTS.forEach(text -> items.store("n" + Nasty.TEXTS.indexOf(text), ITEM.NAME, text));
        for (String text : Nasty.TEXTS) {
            assertFinds(items, text, eq(ITEM.NAME, text));
            assertFinds(items, text, in(ITEM.NAME, List.of(text, "no such name")));
            assertFinds(items, text, contains(ITEM.NAME, text).and(eq(ITEM.NAME, text)));
            assertFinds(items, text, startsWith(ITEM.NAME, text).and(endsWith(ITEM.NAME, text)), eq(ITEM.NAME, text));
        }
    }

    private static void assertFinds(Items items, String text, Filter... filters) {
        Filter all = and(filters);
        assertThat(items.repository().findMany(items.mine(all)))
                .as(all.shape())
                .extracting(row -> row.get(ITEM.NAME))
                .containsExactly(text);
    }

    @Test
    default void text_with_a_null_character_is_refused_before_it_could_be_cut() {
        Failure.of(InvalidValueException.class, () -> eq(ITEM.NAME, "plain\u0000rest"))
                .sqlState("22021")
                .table("contract_item")
                .column("name");
        Failure.of(InvalidValueException.class, () -> contains(ITEM.NAME, "\u0000"))
                .sqlState("22021");
        Failure.of(InvalidValueException.class, () -> in(ITEM.NAME, List.of("a", "\u0000")))
                .sqlState("22021");
        Failure.of(InvalidValueException.class, () -> like(ITEM.NAME, "%\u0000"))
                .sqlState("22021");
    }

    @Test
    default void text_with_half_a_surrogate_pair_is_refused() {
        Failure.of(InvalidValueException.class, () -> eq(ITEM.NAME, "x\ud83d")).sqlState("22021");
        Failure.of(InvalidValueException.class, () -> startsWith(ITEM.NAME, "\ude00"))
                .sqlState("22021");
    }
}
