// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.core.filter.Filters.lt;
import static dev.dualbase.core.filter.Filters.or;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.query.Cursor;
import dev.dualbase.core.query.CursoredPage;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Slice;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** More rows than some servers put into one answer, which is 1,000 with Supabase. */
interface ManyRowsContract extends ContractCase {
    int MANY = 2_500;

    /** Ranks from 0, as their codes. */
    private BaseRepository<ItemRecord> many() {
        BulkResult stored = items().repository().bulkUpsert(items().rows(MANY), Items.BY_CODE);
        assertThat(stored.inserted()).isEqualTo(MANY);
        return items().repository();
    }

    private static List<Integer> ranks(List<ItemRecord> rows) {
        return rows.stream().map(row -> row.get(ITEM.RANK)).toList();
    }

    private static List<Integer> from(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    default void a_read_without_a_limit_gives_all_rows_once_and_in_order() {
        assertThat(ranks(many().findMany(items().mine()))).isEqualTo(from(0, MANY - 1));
    }

    @Test
    default void a_read_in_another_order_gives_all_rows_once() {
        List<Integer> descending = new ArrayList<>(from(0, MANY - 1));
        Collections.reverse(descending);
        assertThat(ranks(many().findMany(items().mine(), Order.by(Sort.desc(ITEM.RANK)))))
                .isEqualTo(descending);
    }

    @Test
    default void a_read_in_an_order_full_of_ties_gives_all_rows_once() {
        Order order = Order.by(Sort.asc(ITEM.ACTIVE), Sort.asc(ITEM.NAME));
        assertThat(ranks(many().findMany(items().mine(), order))).isEqualTo(from(0, MANY - 1));
    }

    @Test
    default void a_read_in_an_order_without_a_text_form_gives_all_rows_once() {
        assertThat(ranks(many().findMany(items().mine(), Order.by(Sort.asc(ITEM.TAGS)))))
                .isEqualTo(from(0, MANY - 1));
    }

    @Test
    default void a_limit_above_a_thousand_is_kept_to_the_row() {
        BaseRepository<ItemRecord> many = many();
        Order order = Order.by(Sort.asc(ITEM.RANK));
        assertThat(ranks(many.findMany(items().mine(), order, Limit.of(1_001)))).isEqualTo(from(0, 1_000));
        assertThat(ranks(many.findMany(items().mine(), order, Limit.of(2_000)))).isEqualTo(from(0, 1_999));
        assertThat(many.findMany(items().mine(), order, Limit.of(MANY))).hasSize(MANY);
        assertThat(many.findMany(items().mine(), order, Limit.of(MANY + 1))).hasSize(MANY);
    }

    @Test
    default void an_offset_may_lie_before_and_behind_a_thousand() {
        BaseRepository<ItemRecord> many = many();
        Order order = Order.byPrimaryKey();
        assertThat(ranks(many.findMany(items().mine(), order, Limit.of(1_500, 700))))
                .isEqualTo(from(700, 2_199));
        assertThat(ranks(many.findMany(items().mine(), order, Limit.of(10, 995))))
                .isEqualTo(from(995, 1_004));
        assertThat(ranks(many.findMany(items().mine(), order, Limit.of(1_200, 2_400))))
                .isEqualTo(from(2_400, 2_499));
    }

    @Test
    default void a_slice_of_more_than_a_thousand_knows_whether_there_is_more() {
        BaseRepository<ItemRecord> many = many();
        Slice<ItemRecord> first = many.findSlice(items().mine(), Order.byPrimaryKey(), Limit.of(1_200));
        Slice<ItemRecord> last = many.findSlice(items().mine(), Order.byPrimaryKey(), Limit.of(1_300, 1_200));
        assertThat(ranks(first.rows())).isEqualTo(from(0, 1_199));
        assertThat(first.hasNext()).isTrue();
        assertThat(ranks(last.rows())).isEqualTo(from(1_200, 2_499));
        assertThat(last.hasNext()).isFalse();
    }

    @Test
    default void pages_of_any_size_give_all_rows_once() {
        BaseRepository<ItemRecord> many = many();
        for (int size : List.of(400, 1_000, 1_001, 2_499)) {
            List<Integer> seen = new ArrayList<>();
            CursoredPage<ItemRecord> page = many.findPage(items().mine(), Order.by(Sort.asc(ITEM.RANK)), size);
            seen.addAll(ranks(page.rows()));
            while (page.next().isPresent()) {
                Cursor next = page.next().get();
                page = many.findPageAt(items().mine(), Order.by(Sort.asc(ITEM.RANK)), size, next);
                seen.addAll(ranks(page.rows()));
            }
            assertThat(seen).as("pages of %s", size).isEqualTo(from(0, MANY - 1));
        }
    }

    @Test
    default void a_stream_gives_all_rows_once() {
        BaseRepository<ItemRecord> many = many();
        List<Integer> seen = many.withStream(
                items().mine(),
                Order.by(Sort.asc(ITEM.RANK)),
                (Stream<ItemRecord> rows) -> rows.map(row -> row.get(ITEM.RANK)).toList());
        assertThat(seen).isEqualTo(from(0, MANY - 1));
    }

    @Test
    default void a_stream_in_an_order_without_a_text_form_gives_all_rows_once() {
        long seen = many().withStream(
                        items().mine(),
                        Order.by(Sort.desc(ITEM.NUMBERS)),
                        rows -> rows.map(ItemRecord::code).distinct().count());
        assertThat(seen).isEqualTo(MANY);
    }

    @Test
    default void a_count_is_exact_above_a_thousand() {
        BaseRepository<ItemRecord> many = many();
        assertThat(many.count(items().mine())).isEqualTo(MANY);
        assertThat(many.count(items().mine(or(lt(ITEM.RANK, 600), gte(ITEM.RANK, 1_900)))))
                .isEqualTo(1_200);
    }

    @Test
    default void an_update_of_more_than_a_thousand_rows_changes_and_counts_all() {
        BaseRepository<ItemRecord> many = many();
        assertThat(many.updateWhere(items().mine(gte(ITEM.RANK, 100)), new ItemRecord().with(ITEM.NOTE, "x")))
                .isEqualTo(MANY - 100);
        assertThat(many.count(items().mine(eq(ITEM.NOTE, "x")))).isEqualTo(MANY - 100);
    }

    @Test
    default void a_delete_of_more_than_a_thousand_rows_deletes_and_counts_all() {
        BaseRepository<ItemRecord> many = many();
        assertThat(many.deleteWhere(items().mine(gte(ITEM.RANK, 100)))).isEqualTo(MANY - 100);
        assertThat(many.count(items().mine())).isEqualTo(100);
    }

    @Test
    default void an_upsert_of_more_than_a_thousand_rows_that_exist_changes_and_counts_all() {
        BaseRepository<ItemRecord> many = many();
        List<ItemRecord> again = items().rows(MANY);
        again.forEach(row -> row.with(ITEM.RANK, 7));
        BulkResult changed = many.bulkUpsert(again, Items.BY_CODE);
        assertThat(changed.inserted()).isZero();
        assertThat(changed.updated()).isEqualTo(MANY);
        assertThat(many.count(items().mine(eq(ITEM.RANK, 7)))).isEqualTo(MANY);
    }
}
