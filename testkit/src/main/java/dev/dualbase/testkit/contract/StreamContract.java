// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.core.filter.Filters.noRow;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows one by one. */
interface StreamContract extends ContractCase {
    private BaseRepository<ItemRecord> repository() {
        return items().repository();
    }

    /** This many rows, ranked from 0. */
    private void store(int rows) {
        repository().bulkUpsert(items().rows(rows), Items.BY_CODE);
    }

    private List<Integer> ranks(Order order) {
        return repository()
                .withStream(
                        items().mine(),
                        order,
                        rows -> rows.map(row -> Objects.requireNonNull(row.get(ITEM.RANK)))
                                .toList());
    }

    @Test
    default void a_stream_gives_every_row_once_and_in_order() {
        store(5_000);
        List<Integer> all = IntStream.range(0, 5_000).boxed().toList();
        assertThat(ranks(Order.by(Sort.asc(ITEM.RANK)))).isEqualTo(all);
    }

    @Test
    default void a_stream_may_run_in_descending_order() {
        store(1_200);
        List<Integer> all = new ArrayList<>(IntStream.range(0, 1_200).boxed().toList());
        Collections.reverse(all);
        assertThat(ranks(Order.by(Sort.desc(ITEM.RANK)))).isEqualTo(all);
    }

    @Test
    default void a_stream_puts_null_where_a_read_puts_it() {
        items().store("n");
        items().store("a", ITEM.RANK, 1);
        items().store("b", ITEM.RANK, 2);
        for (Order order : List.of(
                Order.by(Sort.desc(ITEM.RANK)),
                Order.by(Sort.asc(ITEM.RANK)),
                Order.by(Sort.asc(ITEM.RANK).withNullsFirst()))) {
            List<String> streamed = repository()
                    .withStream(
                            items().mine(),
                            order,
                            rows -> rows.map(ItemRecord::code).toList());
            assertThat(streamed).isEqualTo(items().codes(order));
        }
    }

    @Test
    default void a_stream_knows_no_maximum_of_rows() {
        store(1_000);
        BaseRepository<ItemRecord> ten = new BaseRepository<>(items().backend(), ITEM, 10);
        long count = ten.withStream(items().mine(), Order.byPrimaryKey(), Stream::count);
        assertThat(count).isEqualTo(1_000);
    }

    @Test
    default void a_stream_keeps_to_its_filter() {
        store(20);
        long count = repository().withStream(items().mine(gte(ITEM.RANK, 15)), Order.byPrimaryKey(), Stream::count);
        assertThat(count).isEqualTo(5);
    }

    @Test
    default void a_stream_without_a_match_is_empty() {
        long count = repository().withStream(items().mine(noRow()), Order.byPrimaryKey(), Stream::count);
        assertThat(count).isZero();
    }

    @Test
    default void a_stream_may_end_early_again_and_again() {
        store(3_000);
        for (int i = 0; i < 20; i++) {
            List<String> first = repository()
                    .withStream(
                            items().mine(),
                            Order.by(Sort.asc(ITEM.CODE)),
                            rows -> rows.limit(2).map(ItemRecord::code).toList());
            assertThat(first).containsExactly("00000", "00001");
        }
    }

    @Test
    default void a_stream_that_nobody_reads_is_closed() {
        store(10);
        for (int i = 0; i < 20; i++) {
            String done = repository().withStream(items().mine(), Order.byPrimaryKey(), rows -> "done");
            assertThat(done).isEqualTo("done");
        }
    }

    @Test
    default void what_the_function_throws_passes_through_and_the_stream_is_closed() {
        store(1_200);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> repository().withStream(items().mine(), Order.byPrimaryKey(), rows -> {
                        throw new IllegalStateException("mine");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("mine");
        }
    }

    @Test
    default void rows_can_be_written_while_they_are_streamed() {
        store(1_200);
        long written = repository()
                .withStream(
                        items().mine(),
                        Order.byPrimaryKey(),
                        rows -> rows.filter(row -> row.id() % 100 == 0)
                                .peek(row -> repository().update(row.with(ITEM.NOTE, "seen")))
                                .count());
        assertThat(written).isPositive();
        assertThat(repository().count(items().mine(eq(ITEM.NOTE, "seen")))).isEqualTo(written);
    }

    @Test
    default void what_was_written_while_streaming_stays_when_the_function_throws() {
        store(10);
        assertThatThrownBy(() -> repository().withStream(items().mine(), Order.byPrimaryKey(), rows -> {
                    items().store("written");
                    throw new IllegalStateException("mine");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(items().codes(eq(ITEM.CODE, "written"))).hasSize(1);
    }

    @Test
    default void a_failed_write_while_streaming_does_not_end_the_stream() {
        store(1_200);
        long count = repository().withStream(items().mine(), Order.byPrimaryKey(), rows -> {
            Iterator<ItemRecord> each = rows.iterator();
            ItemRecord first = each.next();
            Failure.of(DuplicateKeyException.class, () -> items().store(first.code()));
            long seen = 1;
            while (each.hasNext()) {
                each.next();
                seen++;
            }
            return seen;
        });
        assertThat(count).isEqualTo(1_200);
    }

    @Test
    default void a_row_that_was_streamed_is_seen_by_reads_inside_the_stream() {
        store(3);
        List<Boolean> found = repository()
                .withStream(
                        items().mine(),
                        Order.byPrimaryKey(),
                        rows -> rows.map(row -> repository()
                                        .findById(items().tenant(), row.id())
                                        .isPresent())
                                .toList());
        assertThat(found).containsExactly(true, true, true);
    }

    @Test
    default void a_consistent_stream_shows_one_state_whatever_happens_meanwhile() {
        store(2_000);
        List<Integer> seen = repository().withStream(items().mine(), Order.by(Sort.asc(ITEM.RANK)), rows -> {
            Iterator<ItemRecord> each = rows.iterator();
            List<Integer> ranks = new ArrayList<>(List.of(rankOf(each.next())));
            repository().deleteWhere(items().mine(gte(ITEM.RANK, 1_000)));
            each.forEachRemaining(row -> ranks.add(rankOf(row)));
            return ranks;
        });
        boolean consistent = promises(Capability.CONSISTENT_STREAMS);
        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSizeBetween(consistent ? 2_000 : 1_000, 2_000);
    }

    private static int rankOf(ItemRecord row) {
        return Objects.requireNonNull(row.get(ITEM.RANK));
    }

    @Test
    default void a_stream_inside_a_transaction_sees_what_the_transaction_wrote() throws Exception {
        given(Capability.TRANSACTIONS, () -> {
            long count = repository().withTransaction(() -> {
                items().store("a", "b");
                return repository().withStream(items().mine(), Order.byPrimaryKey(), Stream::count);
            });
            assertThat(count).isEqualTo(2);
        });
    }

    @Test
    default void a_transaction_goes_on_after_a_stream_that_ended_early() throws Exception {
        given(Capability.TRANSACTIONS, () -> {
            store(1_200);
            repository().useTransaction(() -> {
                long few = repository()
                        .withStream(
                                items().mine(),
                                Order.byPrimaryKey(),
                                rows -> rows.limit(3).count());
                items().store("after" + few);
            });
            assertThat(items().codes(eq(ITEM.CODE, "after3"))).hasSize(1);
        });
    }
}
