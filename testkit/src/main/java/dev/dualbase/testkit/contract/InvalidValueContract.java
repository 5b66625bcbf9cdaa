// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.lt;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Field;
import org.junit.jupiter.api.Test;

/** Values that a column cannot hold: refused with table and column, before anything is sent. */
interface InvalidValueContract extends ContractCase {
    /** Each kind of write refuses the value, names the column and stores nothing. */
    private <T> void refused(String sqlState, Field<T> column, T value) {
        Items items = items();
        ItemRecord row = items.row("a", column, value);
        ItemRecord change = new ItemRecord().with(column, value);
        List<ThrowingCallable> writes = List.of(
                () -> items.repository().insert(row),
                () -> items.repository().insertIfAbsent(row, Items.BY_CODE),
                () -> items.repository().upsert(row, Items.BY_CODE),
                () -> items.repository().bulkUpsert(List.of(items.row("good"), row), Items.BY_CODE),
                () -> items.repository().updateWhere(items.mine(), change));
        for (ThrowingCallable write : writes) {
            Failure.of(InvalidValueException.class, write)
                    .sqlState(sqlState)
                    .table("contract_item")
                    .column(column.getName());
        }
        assertThat(items.codes()).isEmpty();
    }

    @Test
    default void text_beyond_the_length_is_refused() {
        refused("22001", ITEM.NOTE, "eleven char");
        refused("22001", ITEM.CODE, "\ud83d\ude00".repeat(21));
    }

    @Test
    default void text_that_is_too_long_by_spaces_alone_is_refused_too() {
        refused("22001", ITEM.NOTE, "ten chars. ");
    }

    @Test
    default void a_number_beyond_the_precision_is_refused() {
        refused("22003", ITEM.PRICE, new BigDecimal("100000000"));
        refused("22003", ITEM.PRICE, new BigDecimal("-1e20"));
    }

    @Test
    default void a_number_that_rounds_beyond_the_precision_is_refused() {
        refused("22003", ITEM.PRICE, new BigDecimal("99999999.995"));
    }

    @Test
    default void a_null_character_is_refused() {
        refused("22021", ITEM.NAME, "a\u0000b");
        refused("22021", ITEM.NOTE, "\u0000");
        refused("22021", ITEM.TAGS, new String[] {"good", "\u0000"});
    }

    @Test
    default void half_of_a_surrogate_pair_is_refused() {
        refused("22021", ITEM.NAME, "a\ud83d");
        refused("22021", ITEM.NAME, "\ude00\ud83d");
        refused("22021", ITEM.TAGS, new String[] {"\ud83dx"});
        refused("22021", ITEM.DATA, jsonb("\"\ud83d\""));
    }

    @Test
    default void a_null_character_in_a_document_is_refused_escaped_or_not() {
        refused("22P05", ITEM.DATA, jsonb("{\"a\": \"\\u0000\"}"));
        refused("22P05", ITEM.DATA, jsonb("{\"\\\\\\u0000\": 1}"));
        refused("22021", ITEM.DATA, jsonb("\"\u0000\""));
    }

    @Test
    default void an_escaped_backslash_before_u0000_is_no_null_character() {
        items().store("a", ITEM.DATA, jsonb("\"\\\\u0000\""));
        assertThat(items().stored("a").get(ITEM.DATA)).isEqualTo(jsonb("\"\\\\u0000\""));
    }

    @Test
    default void a_year_that_postgresql_does_not_know_is_refused() {
        refused("22008", ITEM.DAY, LocalDate.of(5_874_898, 1, 1));
        refused("22008", ITEM.DAY, LocalDate.of(-4_713, 1, 1));
        refused("22008", ITEM.DAY, LocalDate.MAX.minusDays(1));
        refused("22008", ITEM.WALL, LocalDateTime.of(294_277, 1, 1, 0, 0));
        refused("22008", ITEM.INSTANT, OffsetDateTime.of(300_000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    default void a_value_of_another_type_is_refused_in_a_filter() {
        Failure.of(InvalidValueException.class, () -> eq((Field) ITEM.RANK, "1"))
                .sqlState("42804")
                .table("contract_item")
                .column("rank");
        Failure.of(InvalidValueException.class, () -> eq((Field) ITEM.ID, 1))
                .sqlState("42804")
                .column("id");
    }

    @Test
    default void a_filter_takes_a_value_that_is_only_too_long() {
        items().store("a", ITEM.PRICE, new BigDecimal("1"));
        Filter beyond = lt(ITEM.PRICE, new BigDecimal("1e20"));
        assertThat(items().codes(beyond)).containsExactly("a");
    }

    @Test
    default void malformed_json_is_refused_by_the_server_and_nothing_is_stored() {
        for (String malformed : List.of("", "{", "{a: 1}", "nul", "[1,]", "'x'", "{\"secret\": }", "\"\\ud83d\"")) {
            Failure.of(InvalidValueException.class, () -> items().store("a", ITEM.DATA, jsonb(malformed)))
                    .table("contract_item")
                    .withoutValue("secret");
        }
        assertThat(items().codes()).isEmpty();
    }

    @Test
    default void a_refused_value_was_never_sent_so_the_transaction_goes_on() throws Exception {
        given(Capability.TRANSACTIONS, () -> {
            Items items = items();
            items.repository().useTransaction(() -> {
                items.store("a");
                refusedInside(items, items.row("b", ITEM.NOTE, "eleven char"));
                refusedInside(items, items.row("b", ITEM.NAME, "\u0000"));
                refusedInside(items, items.row("b", ITEM.PRICE, new BigDecimal("1e9")));
                items.store("c");
            });
            assertThat(items.codes()).containsExactly("a", "c");
        });
    }

    private static void refusedInside(Items items, ItemRecord row) {
        Failure.of(InvalidValueException.class, () -> items.repository().insert(row));
        Failure.of(InvalidValueException.class, () -> items.repository().upsert(row, Items.BY_CODE));
    }
}
