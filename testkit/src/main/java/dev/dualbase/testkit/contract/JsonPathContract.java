// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.and;
import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.jsonTextEq;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.core.filter.Filters.or;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths into documents: a key that reads as a number is a place in an array and a name in an object. */
interface JsonPathContract extends ContractCase {
    /** Documents in rows a, b, c and so on. */
    private Items documents(String... documents) {
        Items items = items();
        for (int i = 0; i < documents.length; i++) {
            items.store(String.valueOf((char) ('a' + i)), ITEM.DATA, jsonb(documents[i]));
        }
        return items;
    }

    @Test
    default void a_number_is_a_place_before_an_array_and_a_name_before_an_object() {
        Items items = documents("[\"v\", \"w\"]", "{\"0\": \"v\"}", "{\"1\": \"v\"}", "\"v\"");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "0"))).containsExactly("a", "b");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "w", "1"))).containsExactly("a");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "1"))).containsExactly("c");
    }

    @Test
    default void a_negative_number_counts_from_the_end_of_an_array() {
        Items items = documents("[\"u\", \"v\"]", "{\"-1\": \"v\"}", "[\"v\", \"u\"]", "[]");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "-1"))).containsExactly("a", "b");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "-2"))).containsExactly("c");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "-3"))).isEmpty();
    }

    @Test
    default void numbers_in_the_middle_of_a_path_are_both_too() {
        Items items = documents(
                "{\"x\": [{\"0\": [\"v\"]}]}",
                "{\"x\": {\"0\": {\"0\": {\"0\": \"v\"}}}}",
                "{\"x\": [[[\"v\"]]]}",
                "{}");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "x", "0", "0", "0"))).containsExactly("a", "b", "c");
    }

    @Test
    default void a_number_in_other_spelling_is_that_number_before_an_array() {
        Items items = documents("[\"u\", \"v\"]", "{\"01\": \"v\"}", "{\"+1\": \"v\"}", "{\"1\": \"v\"}");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "01"))).containsExactly("a", "b");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "+1"))).containsExactly("a", "c");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", " 1"))).containsExactly("a");
    }

    @Test
    default void a_text_or_a_number_has_no_places() {
        Items items = documents(
                "{\"x\": \"v\"}",
                "{\"x\": [\"v\"]}",
                "{\"x\": [\"v\", [[\"v\"]]]}",
                "{\"x\": {\"0\": \"v\"}}",
                "\"v\"");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "x", "0"))).containsExactly("b", "c", "d");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "x", "-1"))).containsExactly("b");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "x", "0", "0"))).isEmpty();
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "x", "1", "0", "0"))).containsExactly("c");
        assertThat(items.codes(not(jsonTextEq(ITEM.DATA, "w", "x", "0")))).containsExactly("b", "c", "d");
    }

    @Test
    default void what_only_resembles_a_number_is_a_name() {
        Items items = documents(
                "[\"u\", \"v\"]",
                "{\"1.0\": \"v\"}",
                "{\"1e0\": \"v\"}",
                "{\"99999999999\": \"v\"}",
                "{\"\u0661\": \"v\"}");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "1.0"))).containsExactly("b");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "1e0"))).containsExactly("c");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "99999999999"))).containsExactly("d");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "\u0661"))).containsExactly("e");
    }

    @Test
    default void a_path_with_numbers_stays_unknown_under_not_where_it_ends() {
        Items items = documents("[\"v\"]", "[\"w\"]", "{\"0\": \"v\"}", "{\"0\": \"w\"}", "[]", "{}", "[null]");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "0"))).containsExactly("a", "c");
        assertThat(items.codes(not(jsonTextEq(ITEM.DATA, "v", "0")))).containsExactly("b", "d");
        assertThat(items.codes(not(not(jsonTextEq(ITEM.DATA, "v", "0"))))).containsExactly("a", "c");
        assertThat(items.codes(not(or(jsonTextEq(ITEM.DATA, "v", "0"), eq(ITEM.CODE, "d")))))
                .containsExactly("b");
        assertThat(items.codes(not(and(jsonTextEq(ITEM.DATA, "v", "0"), eq(ITEM.CODE, "a")))))
                .containsExactly("b", "c", "d", "e", "f", "g");
    }

    @Test
    default void the_empty_key_is_a_key() {
        Items items = documents("{\"\": \"v\"}", "{\"x\": {\"\": \"v\"}}", "{}", "[\"v\"]");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", ""))).containsExactly("a");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "x", ""))).containsExactly("b");
    }

    @Test
    default void keys_with_quotes_arrows_and_braces_are_followed_inside_a_longer_path() {
        for (String key :
                List.of("\"", "a\"b", "'", "->", "->>", "}", "{0}", ",", ".", "\\", " ", "a b", "*", "%", "::text")) {
            Items items = new Items(items().backend());
            String document = "{\"x\": {" + Json.quoted(key) + ": {\"y\": \"v\"}}}";
            items.store("a", ITEM.DATA, jsonb(document));
            items.store("b", ITEM.DATA, jsonb("{\"x\": {\"y\": \"v\"}}"));
            assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "x", key, "y"))).containsExactly("a");
        }
    }

    @Test
    default void a_document_at_a_path_is_compared_by_its_text() {
        Items items = documents("{\"x\": {\"b\": 1, \"a\": [1, 2]}}", "{\"x\": [1, \"2\"]}");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "{\"a\": [1, 2], \"b\": 1}", "x")))
                .containsExactly("a");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "[1, \"2\"]", "x"))).containsExactly("b");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "2", "x", "1"))).containsExactly("b");
    }

    @Test
    default void the_text_at_a_path_may_be_empty_or_the_word_null() {
        Items items = documents("{\"x\": \"\"}", "{\"x\": \"null\"}", "{\"x\": null}");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "", "x"))).containsExactly("a");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "null", "x"))).containsExactly("b");
    }

    @Test
    default void each_nasty_text_at_a_path_is_found() {
        Items items = items();
        for (int i = 0; i < Nasty.TEXTS.size(); i++) {
            items.store("c" + i, ITEM.DATA, jsonb("{\"x\": [" + Json.quoted(Nasty.TEXTS.get(i)) + "]}"));
        }
        for (int i = 0; i < Nasty.TEXTS.size(); i++) {
            assertThat(items.codes(jsonTextEq(ITEM.DATA, Nasty.TEXTS.get(i), "x", "0")))
                    .containsExactly("c" + i);
        }
    }
}
