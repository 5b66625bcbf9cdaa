// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.parse;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Names and values that come from outside as text. */
interface ParseContract extends ContractCase {
    @Test
    default void a_value_of_each_type_is_read_from_text() {
        Items items = items();
        UUID uid = UUID.randomUUID();
        items.store(items.row("a", ITEM.RANK, 7)
                .with(ITEM.PRICE, new BigDecimal("12.50"))
                .with(ITEM.DAY, LocalDate.of(2026, 1, 31))
                .with(ITEM.WALL, LocalDateTime.of(2026, 1, 31, 10, 0))
                .with(ITEM.INSTANT, OffsetDateTime.parse("2026-01-31T07:00:00Z"))
                .with(ITEM.CLOCK, LocalTime.of(10, 30))
                .with(ITEM.UID, uid)
                .with(ITEM.SMALL, (short) 3)
                .with(ITEM.RATIO, 0.5));
        items.store("b");
        assertThat(items.codes(parse(ITEM, "rank", "eq", "7"))).containsExactly("a");
        assertThat(items.codes(parse(ITEM, "price", "eq", "12.5"))).containsExactly("a");
        assertThat(items.codes(parse(ITEM, "day", "lte", "2026-01-31"))).containsExactly("a");
        assertThat(items.codes(parse(ITEM, "wall", "eq", "2026-01-31T10:00"))).containsExactly("a");
        assertThat(items.codes(parse(ITEM, "instant", "eq", "2026-01-31T10:00:00+03:00")))
                .containsExactly("a");
        assertThat(items.codes(parse(ITEM, "clock", "gt", "10:29"))).containsExactly("a");
        assertThat(items.codes(parse(ITEM, "uid", "eq", uid.toString()))).containsExactly("a");
        assertThat(items.codes(parse(ITEM, "small", "lt", "4"))).containsExactly("a");
        assertThat(items.codes(parse(ITEM, "ratio", "gte", "0.5"))).containsExactly("a");
        assertThat(items.codes(parse(ITEM, "active", "eq", "true"))).containsExactly("a", "b");
    }

    @Test
    default void each_text_operator_is_read() {
        Items items = items();
        items.store("a", ITEM.NAME, "Anna");
        items.store("b", ITEM.NAME, "Boris");
        for (List<String> each : List.of(
                List.of("like", "An%"),
                List.of("ilike", "an%"),
                List.of("contains", "nn"),
                List.of("startsWith", "An"),
                List.of("endsWith", "na"),
                List.of("ne", "Boris"))) {
            assertThat(items.codes(parse(ITEM, "name", each.get(0), each.get(1))))
                    .as(each.get(0))
                    .containsExactly("a");
        }
    }

    @Test
    default void is_null_takes_true_or_false() {
        Items items = items();
        items.store("a", ITEM.RANK, 1);
        items.store("b");
        assertThat(items.codes(parse(ITEM, "rank", "isNull", "true"))).containsExactly("b");
        assertThat(items.codes(parse(ITEM, "rank", "isNull", "false"))).containsExactly("a");
        Failure.of(InvalidValueException.class, () -> parse(ITEM, "rank", "isNull", "maybe"))
                .column("rank");
    }

    @Test
    default void an_unknown_column_is_refused() {
        Failure.of(SchemaMismatchException.class, () -> parse(ITEM, "no_such", "eq", "x"))
                .sqlState("42703")
                .table("contract_item");
        Failure.of(SchemaMismatchException.class, () -> parse(ITEM, "CODE", "eq", "x"))
                .sqlState("42703");
        Failure.of(SchemaMismatchException.class, () -> parse(ITEM, "", "eq", "x"))
                .sqlState("42703");
    }

    @Test
    default void sql_as_a_column_name_is_refused() {
        for (String name :
                List.of("code; drop table contract_item", "1=1 or code", "\"code\"", "code--", "code\u0000")) {
            Failure.of(SchemaMismatchException.class, () -> parse(ITEM, name, "eq", "x"))
                    .sqlState("42703");
        }
    }

    @Test
    default void an_unknown_operator_is_refused() {
        for (String operator : List.of("=", "EQ", "in", "or 1=1", "")) {
            Failure.of(InvalidValueException.class, () -> parse(ITEM, "code", operator, "x"))
                    .sqlState("22023")
                    .column("code");
        }
    }

    @Test
    default void text_operators_need_a_text_column() {
        Failure.of(InvalidValueException.class, () -> parse(ITEM, "rank", "like", "1%"))
                .sqlState("22023")
                .column("rank");
    }

    @Test
    default void text_that_is_no_value_of_the_type_is_refused_without_being_quoted() {
        for (String column :
                List.of("id", "rank", "price", "active", "day", "wall", "instant", "clock", "uid", "ratio")) {
            Failure.of(InvalidValueException.class, () -> parse(ITEM, column, "eq", "secret"))
                    .sqlState("22P02")
                    .table("contract_item")
                    .column(column)
                    .withoutValue("secret");
        }
    }

    @Test
    default void a_number_beyond_the_type_is_refused() {
        Failure.of(InvalidValueException.class, () -> parse(ITEM, "rank", "eq", "2147483648"))
                .column("rank");
        Failure.of(InvalidValueException.class, () -> parse(ITEM, "id", "eq", "9223372036854775808"))
                .column("id");
        Failure.of(InvalidValueException.class, () -> parse(ITEM, "small", "eq", "40000"))
                .column("small");
    }

    @Test
    default void an_array_or_document_has_no_text_form() {
        Failure.of(InvalidValueException.class, () -> parse(ITEM, "tags", "eq", "{}"))
                .column("tags");
        Failure.of(InvalidValueException.class, () -> parse(ITEM, "data", "eq", "{}"))
                .column("data");
    }

    @Test
    default void a_sort_is_read_from_names() {
        Items items = items();
        items.store("a", ITEM.RANK, 1);
        items.store("b", ITEM.RANK, 2);
        assertThat(items.codes(Order.by(Sort.parse(ITEM, "rank", "desc")))).containsExactly("b", "a");
        assertThat(items.codes(Order.by(Sort.parse(ITEM, "rank", "asc")))).containsExactly("a", "b");
    }

    @Test
    default void sql_as_a_sort_is_refused() {
        Failure.of(SchemaMismatchException.class, () -> Sort.parse(ITEM, "rank; select 1", "asc"))
                .sqlState("42703");
        Failure.of(InvalidValueException.class, () -> Sort.parse(ITEM, "rank", "asc, (select 1)"))
                .sqlState("22023");
    }
}
