// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.routing;

import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.testkit.routing.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.routing.Route;
import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.routing.RoutingPlan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 16 threads read, write, stream and hold transactions while the plan changes sides 100 times. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FlipUnderLoadTest {
    @RegisterExtension
    static final TwoSides SIDES = new TwoSides();

    private static final int THREADS = 16;
    private static final int FLIPS = 100;

    private final RoutingBackend routing = RoutingBackend.builder("both", RoutingPlan.of(Route.to("left")))
            .backend(SIDES.openLeft())
            .backend(SIDES.openRight())
            .drainTimeout(Duration.ofSeconds(20))
            .build();
    private final BaseRepository<ItemRecord> items = new BaseRepository<>(routing, ITEM);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    @AfterEach
    void close() {
        stop.set(true);
        threads.shutdownNow();
        routing.close();
    }

    @Test
    void no_call_fails_no_write_goes_astray_and_no_transaction_is_torn() {
        List<CompletableFuture<Void>> load = IntStream.range(0, THREADS)
                .mapToObj(number -> CompletableFuture.runAsync(this::callsUntilStopped, threads))
                .toList();
        for (int flip = 0; flip < FLIPS; flip++) {
            flipAndWatchTheOtherSide(flip % 2 == 0, load);
        }
        stop.set(true);
        load.forEach(CompletableFuture::join);
        assertThat(SIDES.onLeft("item", "true")).isPositive();
        assertThat(SIDES.onLeft("item", "true") + SIDES.onRight("item", "true")).isEqualTo(ids.get());
        assertThat(torn()).isZero();
    }

    private void flipAndWatchTheOtherSide(boolean toRight, List<CompletableFuture<Void>> load) {
        routing.apply(RoutingPlan.of(Route.to(toRight ? "right" : "left")));
        long asOfTheFlip = left(toRight);
        long calls = done.get();
        while (done.get() < calls + THREADS) {
            assertThat(load).noneMatch(CompletableFuture::isDone);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        assertThat(left(toRight)).as("rows on the side that was left").isEqualTo(asOfTheFlip);
    }

    private static long left(boolean toRight) {
        return toRight ? SIDES.onLeft("item", "true") : SIDES.onRight("item", "true");
    }

    private void callsUntilStopped() {
        for (int call = 0; !stop.get(); call++) {
            switch (call % 4) {
                case 0 -> items.upsert(item(0), ITEM.PRIMARY);
                case 1 -> insertPair();
                case 2 ->
                    assertThat(items.findMany(everyRow(), Order.byPrimaryKey(), Limit.of(10)))
                            .hasSizeLessThan(11);
                default ->
                    assertThat(items.<Long>withStream(
                                    everyRow(),
                                    Order.byPrimaryKey(),
                                    rows -> rows.limit(10).count()))
                            .isLessThan(11);
            }
            done.incrementAndGet();
        }
    }

    private void insertPair() {
        items.useTransaction(() -> {
            ItemRecord first = item(0);
            first.set(ITEM.PAIR, first.get(ITEM.ID));
            items.insert(first);
            assertThat(items.findById(first.get(ITEM.ID))).isPresent();
            items.insert(item(first.get(ITEM.ID)));
        });
    }

    private ItemRecord item(long pair) {
        ItemRecord row = ITEM.row(ids.incrementAndGet(), 1);
        row.set(ITEM.PAIR, pair);
        return row;
    }

    private static long torn() {
        String torn = "pair > 0 and (select count(*) from item as other where other.pair = item.pair) <> 2";
        return SIDES.onLeft("item", torn) + SIDES.onRight("item", torn);
    }
}
