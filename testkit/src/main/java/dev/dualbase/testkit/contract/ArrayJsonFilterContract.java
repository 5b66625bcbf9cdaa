// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.arrayContainedBy;
import static dev.dualbase.core.filter.Filters.arrayContains;
import static dev.dualbase.core.filter.Filters.arrayOverlaps;
import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.jsonContains;
import static dev.dualbase.core.filter.Filters.jsonTextEq;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import dev.dualbase.core.error.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Filters on arrays and JSON documents. */
interface ArrayJsonFilterContract extends ContractCase {
    /** a: red and green, b: green, c: an empty array, d: NULL. */
    private Items tagged() {
        Items items = items();
        items.store("a", ITEM.TAGS, new String[] {"red", "green"});
        items.store("b", ITEM.TAGS, new String[] {"green"});
        items.store("c", ITEM.TAGS, new String[0]);
        items.store("d", ITEM.TAGS, null);
        return items;
    }

    @Test
    default void an_array_contains_all_of_the_values() {
        Items items = tagged();
        assertThat(items.codes(arrayContains(ITEM.TAGS, List.of("green")))).containsExactly("a", "b");
        assertThat(items.codes(arrayContains(ITEM.TAGS, List.of("green", "red"))))
                .containsExactly("a");
    }

    @Test
    default void every_array_contains_nothing() {
        assertThat(tagged().codes(arrayContains(ITEM.TAGS, List.of()))).containsExactly("a", "b", "c");
    }

    @Test
    default void an_array_is_contained_by_the_values() {
        Items items = tagged();
        assertThat(items.codes(arrayContainedBy(ITEM.TAGS, List.of("green", "blue"))))
                .containsExactly("b", "c");
        assertThat(items.codes(arrayContainedBy(ITEM.TAGS, List.of()))).containsExactly("c");
    }

    @Test
    default void an_array_overlaps_with_one_of_the_values() {
        Items items = tagged();
        assertThat(items.codes(arrayOverlaps(ITEM.TAGS, List.of("red", "blue"))))
                .containsExactly("a");
        assertThat(items.codes(arrayOverlaps(ITEM.TAGS, List.of()))).isEmpty();
    }

    @Test
    default void not_contains_leaves_out_null() {
        assertThat(tagged().codes(not(arrayContains(ITEM.TAGS, List.of("red")))))
                .containsExactly("b", "c");
    }

    @Test
    default void an_array_equals_an_array_in_order() {
        Items items = tagged();
        assertThat(items.codes(eq(ITEM.TAGS, new String[] {"red", "green"}))).containsExactly("a");
        assertThat(items.codes(eq(ITEM.TAGS, new String[] {"green", "red"}))).isEmpty();
        assertThat(items.codes(eq(ITEM.TAGS, new String[0]))).containsExactly("c");
    }

    @Test
    default void an_array_of_numbers_is_searched_exactly() {
        Items items = items();
        items.store("a", ITEM.NUMBERS, new Long[] {9_007_199_254_740_993L});
        items.store("b", ITEM.NUMBERS, new Long[] {9_007_199_254_740_992L});
        assertThat(items.codes(arrayContains(ITEM.NUMBERS, List.of(9_007_199_254_740_993L))))
                .containsExactly("a");
    }

    @Test
    default void each_nasty_text_is_found_in_an_array() {
        Items items = items();
        items.store("a", ITEM.TAGS, Nasty.TEXTS.toArray(String[]::new));
        items.store("b", ITEM.TAGS, new String[] {"other"});
        for (String text : Nasty.TEXTS) {
            assertThat(items.codes(arrayContains(ITEM.TAGS, List.of(text)))).containsExactly("a");
            assertThat(items.codes(arrayOverlaps(ITEM.TAGS, List.of(text, "zzz"))))
                    .containsExactly("a");
        }
    }

    @Test
    default void null_in_the_values_of_an_array_is_refused() {
        Failure.of(InvalidValueException.class, () -> arrayContains(ITEM.TAGS, Arrays.asList("a", null)))
                .sqlState("22004")
                .column("tags");
    }

    private Items documents(@Nullable String... documents) {
        Items items = items();
        for (int i = 0; i < documents.length; i++) {
            String document = documents[i];
            items.store(String.valueOf((char) ('a' + i)), ITEM.DATA, document == null ? null : jsonb(document));
        }
        return items;
    }

    @Test
    default void a_document_contains_another() {
        Items items = documents("{\"x\": 1, \"y\": {\"z\": [1, 2]}}", "{\"x\": 2}", "[1, 2, 3]", null);
        assertThat(items.codes(jsonContains(ITEM.DATA, jsonb("{\"x\": 1}")))).containsExactly("a");
        assertThat(items.codes(jsonContains(ITEM.DATA, jsonb("{\"y\": {\"z\": [2]}}"))))
                .containsExactly("a");
        assertThat(items.codes(jsonContains(ITEM.DATA, jsonb("[3, 1]")))).containsExactly("c");
        assertThat(items.codes(jsonContains(ITEM.DATA, jsonb("{}")))).containsExactly("a", "b");
    }

    @Test
    default void not_json_contains_leaves_out_null() {
        assertThat(documents("{\"x\": 1}", "{\"x\": 2}", null).codes(not(jsonContains(ITEM.DATA, jsonb("{\"x\": 1}")))))
                .containsExactly("b");
    }

    @Test
    default void json_numbers_are_compared_by_value() {
        Items items = documents("{\"n\": 1.0}", "{\"n\": 9007199254740993}", "{\"n\": 9007199254740992}");
        assertThat(items.codes(jsonContains(ITEM.DATA, jsonb("{\"n\": 1}")))).containsExactly("a");
        assertThat(items.codes(jsonContains(ITEM.DATA, jsonb("{\"n\": 9007199254740993}"))))
                .containsExactly("b");
    }

    @Test
    default void malformed_json_is_refused_without_being_quoted() {
        Failure.of(InvalidValueException.class, () -> items().codes(jsonContains(ITEM.DATA, jsonb("{\"secret"))))
                .sqlState("22P02")
                .withoutValue("secret");
    }

    @Test
    default void text_at_a_path_is_compared_as_text() {
        Items items =
                documents("{\"x\": {\"y\": \"v\"}}", "{\"x\": {\"y\": 5}}", "{\"x\": {\"y\": true}}", "{\"x\": 1}");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "x", "y"))).containsExactly("a");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "5", "x", "y"))).containsExactly("b");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "true", "x", "y"))).containsExactly("c");
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "1", "x"))).containsExactly("d");
    }

    @Test
    default void text_at_a_path_that_is_missing_or_null_is_unknown() {
        Items items = documents("{\"x\": \"v\"}", "{\"x\": \"w\"}", "{\"x\": null}", "{}", null);
        assertThat(items.codes(jsonTextEq(ITEM.DATA, "v", "x"))).containsExactly("a");
        assertThat(items.codes(not(jsonTextEq(ITEM.DATA, "v", "x")))).containsExactly("b");
    }

    @Test
    default void a_path_of_nasty_keys_is_followed() {
        Items items = items();
        for (int i = 0; i < Nasty.TEXTS.size(); i++) {
            items.store("c" + i, ITEM.DATA, jsonb("{" + Json.quoted(Nasty.TEXTS.get(i)) + ": \"here\"}"));
        }
        for (int i = 0; i < Nasty.TEXTS.size(); i++) {
            assertThat(items.codes(jsonTextEq(ITEM.DATA, "here", Nasty.TEXTS.get(i))))
                    .containsExactly("c" + i);
        }
    }

    @Test
    default void an_array_inside_a_document_is_reached_by_index() {
        assertThat(documents("{\"x\": [\"u\", \"v\"]}", "{\"x\": {\"1\": \"v\"}}")
                        .codes(jsonTextEq(ITEM.DATA, "v", "x", "1")))
                .containsExactly("a", "b");
    }

    @Test
    default void an_empty_path_is_refused() {
        Failure.of(InvalidValueException.class, () -> jsonTextEq(ITEM.DATA, "v"))
                .sqlState("22023")
                .column("data");
    }
}
