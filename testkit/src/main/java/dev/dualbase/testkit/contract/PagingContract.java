// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.ne;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.query.Cursor;
import dev.dualbase.core.query.CursoredPage;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Slice;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Limits, slices and pages by key. */
interface PagingContract extends ContractCase {
    private List<String> limited(Limit limit) {
        Items items = items();
        return Items.codesOf(items.repository().findMany(items.mine(), Order.byPrimaryKey(), limit));
    }

    private Slice<ItemRecord> slice(int rows) {
        return items().repository().findSlice(items().mine(), Order.byPrimaryKey(), Limit.of(rows));
    }

    @Test
    default void a_limit_bounds_the_rows() {
        items().store("a", "b", "c");
        assertThat(limited(Limit.of(2))).containsExactly("a", "b");
        assertThat(limited(Limit.of(5))).containsExactly("a", "b", "c");
    }

    @Test
    default void an_offset_leaves_out_the_first_rows() {
        items().store("a", "b", "c");
        assertThat(limited(Limit.of(2, 1))).containsExactly("b", "c");
        assertThat(limited(Limit.of(2, 2))).containsExactly("c");
    }

    @Test
    default void an_offset_at_or_behind_the_end_gives_no_row() {
        items().store("a", "b", "c");
        assertThat(limited(Limit.of(2, 3))).isEmpty();
        assertThat(limited(Limit.of(2, 100))).isEmpty();
    }

    @Test
    default void a_limit_of_0_gives_no_row() {
        items().store("a");
        assertThat(limited(Limit.of(0))).isEmpty();
    }

    @Test
    default void a_negative_limit_or_offset_is_refused() {
        Failure.of(InvalidValueException.class, () -> Limit.of(-1)).sqlState("2201W");
        Failure.of(InvalidValueException.class, () -> Limit.of(1, -1)).sqlState("2201X");
    }

    @Test
    default void a_limit_above_the_maximum_is_refused() {
        BaseRepository<ItemRecord> ten = new BaseRepository<>(items().backend(), ITEM, 10);
        Failure.of(InvalidValueException.class, () -> ten.findMany(items().mine(), Order.byPrimaryKey(), Limit.of(11)))
                .sqlState("2201W")
                .table("contract_item");
        assertThat(ten.findMany(items().mine(), Order.byPrimaryKey(), Limit.of(10)))
                .isEmpty();
    }

    @Test
    default void a_slice_knows_whether_there_is_more() {
        items().store("a", "b", "c");
        assertThat(slice(2).hasNext()).isTrue();
        assertThat(Items.codesOf(slice(2).rows())).containsExactly("a", "b");
        assertThat(slice(3).hasNext()).isFalse();
        assertThat(slice(3).rows()).hasSize(3);
    }

    @Test
    default void a_slice_or_page_of_no_row_is_refused() {
        Failure.of(InvalidValueException.class, () -> slice(0)).sqlState("2201W");
        Failure.of(
                        InvalidValueException.class,
                        () -> items().repository().findPage(items().mine(), Order.byPrimaryKey(), 0))
                .sqlState("2201W");
        Failure.of(
                        InvalidValueException.class,
                        () -> items().repository().findPage(items().mine(), Order.byPrimaryKey(), -1))
                .sqlState("2201W");
    }

    @Test
    default void pages_by_primary_key_follow_each_other() {
        nullsAndTies();
        assertPages(Order.byPrimaryKey());
    }

    @Test
    default void pages_keep_null_last_ascending() {
        nullsAndTies();
        assertPages(Order.by(Sort.asc(ITEM.RANK)));
    }

    @Test
    default void pages_keep_null_last_descending() {
        nullsAndTies();
        assertPages(Order.by(Sort.desc(ITEM.RANK)));
    }

    @Test
    default void pages_keep_null_first() {
        nullsAndTies();
        assertPages(Order.by(Sort.asc(ITEM.RANK).withNullsFirst()));
        assertPages(Order.by(Sort.desc(ITEM.RANK).withNullsFirst()));
    }

    @Test
    default void pages_follow_mixed_directions_with_null_in_both_columns() {
        nullsAndTies();
        assertPages(Order.by(Sort.asc(ITEM.RANK), Sort.desc(ITEM.NAME)));
        assertPages(Order.by(Sort.desc(ITEM.RANK).withNullsFirst(), Sort.asc(ITEM.NAME)));
        assertPages(Order.by(Sort.desc(ITEM.NAME), Sort.asc(ITEM.RANK).withNullsFirst(), Sort.desc(ITEM.ID)));
    }

    @Test
    default void pages_follow_every_type_that_has_a_text_form() {
        nullsAndTies();
        assertPages(Order.by(Sort.desc(ITEM.UPDATED_AT)));
        assertPages(Order.by(Sort.asc(ITEM.INSTANT)));
        assertPages(Order.by(Sort.asc(ITEM.ACTIVE), Sort.desc(ITEM.CODE)));
        assertPages(Order.by(Sort.desc(ITEM.RATIO), Sort.asc(ITEM.UID)));
    }

    /** Nine rows with ties and NULLs in the columns rank, name, instant and ratio. */
    private void nullsAndTies() {
        Items items = items();
        OffsetDateTime noon = OffsetDateTime.parse("2026-03-01T12:00:00.123456Z");
        for (int i = 0; i < 9; i++) {
            items.store(items.row("c" + (i * 7 % 9))
                    .with(ITEM.RANK, i % 3 == 0 ? null : i % 4)
                    .with(ITEM.NAME, i % 4 == 0 ? null : Nasty.TEXTS.get(i / 2 * 5))
                    .with(ITEM.ACTIVE, i % 2 == 0)
                    .with(ITEM.RATIO, i % 5 == 0 ? null : i / 3.0)
                    .with(ITEM.INSTANT, i % 3 == 1 ? null : noon.plusNanos(i / 2 * 1_000L)));
        }
    }

    /** Pages of each size, forward and backward, are together what one read gives. */
    private void assertPages(Order order) {
        List<String> all = items().codes(order);
        for (int size : List.of(1, 2, 4, 9, 10)) {
            List<CursoredPage<ItemRecord>> forward = walk(order, size);
            assertThat(codes(forward)).as("forward by %d", size).isEqualTo(all);
            assertThat(codes(walkBack(order, size, forward.get(forward.size() - 1))))
                    .as("backward by %d", size)
                    .isEqualTo(all);
        }
    }

    private List<CursoredPage<ItemRecord>> walk(Order order, int size) {
        BaseRepository<ItemRecord> repository = items().repository();
        List<CursoredPage<ItemRecord>> pages = new ArrayList<>();
        CursoredPage<ItemRecord> page = repository.findPage(items().mine(), order, size);
        assertThat(page.previous()).isEmpty();
        pages.add(page);
        while (page.next().isPresent()) {
            page = repository.findPageAt(items().mine(), order, size, asToken(page.next()));
            pages.add(page);
        }
        return pages;
    }

    private List<CursoredPage<ItemRecord>> walkBack(Order order, int size, CursoredPage<ItemRecord> last) {
        List<CursoredPage<ItemRecord>> pages = new ArrayList<>(List.of(last));
        while (pages.get(0).previous().isPresent()) {
            Cursor previous = asToken(pages.get(0).previous());
            pages.add(0, items().repository().findPageAt(items().mine(), order, size, previous));
        }
        return pages;
    }

    /** The cursor after a journey through a client. */
    private static Cursor asToken(Optional<Cursor> cursor) {
        return Cursor.decode(cursor.orElseThrow().encode());
    }

    private static List<String> codes(List<CursoredPage<ItemRecord>> pages) {
        return pages.stream()
                .flatMap(page -> page.rows().stream())
                .map(ItemRecord::code)
                .toList();
    }

    @Test
    default void a_page_can_be_turned_back_to_the_one_before() {
        Items items = items();
        items.store("a", "b", "c", "d", "e");
        Order order = Order.byPrimaryKey();
        CursoredPage<ItemRecord> first = items.repository().findPage(items.mine(), order, 2);
        CursoredPage<ItemRecord> second = items.repository()
                .findPageAt(items.mine(), order, 2, first.next().orElseThrow());
        CursoredPage<ItemRecord> again = items.repository()
                .findPageAt(items.mine(), order, 2, second.previous().orElseThrow());
        assertThat(Items.codesOf(second.rows())).containsExactly("c", "d");
        assertThat(Items.codesOf(again.rows())).containsExactly("a", "b");
        assertThat(again.previous()).isEmpty();
        assertThat(again.next()).isEqualTo(first.next());
    }

    @Test
    default void rows_that_come_and_go_neither_repeat_nor_hide_others() {
        Items items = items();
        items.store("b", "c", "d", "e");
        Order order = Order.by(Sort.asc(ITEM.CODE));
        CursoredPage<ItemRecord> first = items.repository().findPage(items.mine(), order, 2);
        items.store("a");
        items.repository().deleteWhere(items.mine(eq(ITEM.CODE, "c")));
        CursoredPage<ItemRecord> second = items.repository()
                .findPageAt(items.mine(), order, 2, first.next().orElseThrow());
        assertThat(Items.codesOf(second.rows())).containsExactly("d", "e");
    }

    @Test
    default void pages_keep_to_their_filter() {
        Items items = items();
        items.store("a", "b", "c", "d");
        Filter notC = items.mine(ne(ITEM.CODE, "c"));
        Order order = Order.by(Sort.desc(ITEM.CODE));
        CursoredPage<ItemRecord> first = items.repository().findPage(notC, order, 2);
        assertThat(Items.codesOf(first.rows())).containsExactly("d", "b");
        assertThat(Items.codesOf(items.repository()
                        .findPageAt(notC, order, 2, first.next().orElseThrow())
                        .rows()))
                .containsExactly("a");
    }

    @Test
    default void an_empty_answer_is_a_page_without_neighbours() {
        CursoredPage<ItemRecord> page = items().repository().findPage(items().mine(), Order.byPrimaryKey(), 5);
        assertThat(page.rows()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThat(page.previous()).isEmpty();
    }

    @Test
    default void a_cursor_of_another_order_is_refused() {
        Items items = items();
        items.store("secret", "b");
        Order byCode = Order.by(Sort.desc(ITEM.CODE));
        Cursor cursor =
                items.repository().findPage(items.mine(), byCode, 1).next().orElseThrow();
        for (Order other : List.of(
                Order.byPrimaryKey(),
                Order.by(Sort.asc(ITEM.RANK)),
                Order.by(Sort.desc(ITEM.NAME)),
                Order.by(Sort.asc(ITEM.CODE)),
                Order.by(Sort.desc(ITEM.CODE).withNullsFirst()),
                Order.by(Sort.desc(ITEM.CODE), Sort.desc(ITEM.ID)))) {
            Failure.of(InvalidValueException.class, () -> items.repository().findPageAt(items.mine(), other, 1, cursor))
                    .withoutValue("secret");
        }
    }

    @Test
    default void a_token_that_is_no_cursor_is_refused() {
        for (String token : List.of("", "abc", "!!!", "AQ", "AQAAAQ", "x".repeat(10_000))) {
            Failure.of(InvalidValueException.class, () -> Cursor.decode(token)).sqlState("22023");
        }
    }
}
