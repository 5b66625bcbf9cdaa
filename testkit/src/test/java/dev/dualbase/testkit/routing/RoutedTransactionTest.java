// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.routing;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.testkit.routing.ItemTable.ITEM;
import static dev.dualbase.testkit.routing.ItemTable.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.routing.Route;
import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.routing.RoutingPlan;
import dev.dualbase.core.routing.TenantOf;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A transaction stays on one side, and a change of the plan waits for it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoutedTransactionTest {
    @RegisterExtension
    static final TwoSides SIDES = new TwoSides();

    private static final Route LEFT = Route.to("left");
    private static final Route RIGHT = Route.to("right");

    private final RoutingBackend routing = routing(Duration.ofSeconds(20));
    private final BaseRepository<ItemRecord> items = new BaseRepository<>(routing, ITEM);
    private final BaseRepository<ItemRecord> others = new BaseRepository<>(routing, OTHER);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private static RoutingBackend routing(Duration drainTimeout) {
        return RoutingBackend.builder("both", RoutingPlan.of(LEFT))
                .backend(SIDES.openLeft())
                .backend(SIDES.openRight())
                .tenants(TenantOf.column("company_id", text -> text))
                .drainTimeout(drainTimeout)
                .build();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        routing.close();
    }

    @Test
    void an_operation_of_another_side_is_refused_and_nothing_is_torn() {
        routing.apply(routing.plan().table("other_item", RIGHT));
        assertThatThrownBy(() -> routing.inTransaction(TransactionOptions.defaults(), () -> {
                    items.insert(ITEM.row(1, 1));
                    return others.insert(OTHER.row(1, 1));
                }))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("runs on backend left")
                .hasMessageContaining("BaseRepository.insert goes to right")
                .hasMessageContaining("table other_item");
        assertThat(SIDES.onLeft("item", "true")).isZero();
        assertThat(SIDES.onRight("other_item", "true")).isZero();
    }

    @Test
    void a_transaction_of_a_repository_runs_where_its_table_is() {
        routing.apply(routing.plan().table("other_item", RIGHT));
        others.useTransaction(() -> others.insert(OTHER.row(1, 1)));
        assertThat(SIDES.onRight("other_item", "true")).isEqualTo(1);
    }

    @Test
    void a_transaction_about_a_tenant_runs_where_the_tenant_is() {
        routing.apply(routing.plan().tenant("7", RIGHT));
        Read<ItemRecord> ofSeven = Read.of(ITEM, eq(ITEM.COMPANY_ID, 7L), new Origin("Test", "test"));
        items.useTransaction(
                TransactionOptions.defaults().about(ofSeven),
                () -> items.useTransaction(() -> items.insert(ITEM.row(1, 7))));
        assertThat(SIDES.onRight("item", "true")).isEqualTo(1);
    }

    @Test
    void in_a_transaction_reads_see_its_writes_wherever_they_else_go() {
        routing.apply(RoutingPlan.of(LEFT.readingFrom("right")));
        items.useTransaction(() -> {
            items.insert(ITEM.row(1, 1));
            assertThat(items.count(everyRow())).isEqualTo(1);
        });
        assertThat(items.count(everyRow())).isZero();
    }

    @Test
    void a_read_only_transaction_goes_where_reads_go() {
        new BaseRepository<>(routing, ITEM).insert(ITEM.row(1, 1));
        routing.apply(RoutingPlan.of(LEFT.readingFrom("right")));
        TransactionOptions reading = TransactionOptions.defaults().asReadOnly();
        assertThat(items.<Long, RuntimeException>withTransaction(reading, () -> items.count(everyRow())))
                .isZero();
        assertThat(catchThrowable(() -> items.useTransaction(reading, () -> items.insert(ITEM.row(2, 1)))))
                .isNotNull();
    }

    @Test
    void a_change_waits_for_the_transaction_and_later_writes_for_the_change() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> transaction = run(() -> items.useTransaction(() -> {
            items.insert(ITEM.row(1, 1));
            begun.countDown();
            await(goOn);
            items.insert(ITEM.row(2, 1));
        }));
        await(begun);
        Thread flipper = new Thread(() -> routing.apply(RoutingPlan.of(RIGHT)));
        flipper.start();
        awaitWaiting(flipper);
        CompletableFuture<Void> write = run(() -> items.insert(ITEM.row(3, 1)));
        assertThat(items.count(everyRow())).as("reads do not wait").isZero();
        assertThat(write).isNotDone();
        goOn.countDown();
        flipper.join(TimeUnit.SECONDS.toMillis(20));
        transaction.get(20, TimeUnit.SECONDS);
        write.get(20, TimeUnit.SECONDS);
        assertThat(SIDES.onLeft("item", "id in (1, 2)")).isEqualTo(2);
        assertThat(SIDES.onRight("item", "id = 3")).isEqualTo(1);
    }

    @Test
    void a_change_that_waits_too_long_is_not_made() throws Exception {
        try (RoutingBackend impatient = routing(Duration.ofMillis(100))) {
            BaseRepository<ItemRecord> rows = new BaseRepository<>(impatient, ITEM);
            rows.useTransaction(() -> {
                CompletableFuture<Throwable> flip = CompletableFuture.supplyAsync(
                        () -> catchThrowable(() -> impatient.apply(RoutingPlan.of(RIGHT))), threads);
                assertThat(flip.join())
                        .isInstanceOf(QueryTimeoutException.class)
                        .hasMessageContaining("not over after 100 ms");
            });
            assertThat(impatient.plan()).isEqualTo(RoutingPlan.of(LEFT));
            rows.insert(ITEM.row(1, 1));
            assertThat(SIDES.onLeft("item", "true")).isEqualTo(1);
        }
    }

    @Test
    void what_runs_while_writes_are_held_comes_before_the_new_plan_and_can_refuse_it() throws Exception {
        assertThatThrownBy(() -> routing.apply(RoutingPlan.of(RIGHT), () -> {
                    throw new IllegalStateException("not yet");
                }))
                .hasMessage("not yet");
        assertThat(routing.plan()).isEqualTo(RoutingPlan.of(LEFT));
        CompletableFuture<CompletableFuture<Void>> write = new CompletableFuture<>();
        routing.apply(RoutingPlan.of(RIGHT), () -> {
            write.complete(run(() -> items.insert(ITEM.row(1, 1))));
            assertThat(items.count(everyRow())).as("reads do not wait").isZero();
            assertThat(write.join()).isNotDone();
            assertThat(routing.plan()).isEqualTo(RoutingPlan.of(LEFT));
        });
        write.join().get(20, TimeUnit.SECONDS);
        assertThat(SIDES.onRight("item", "id = 1")).isEqualTo(1);
    }

    @Test
    void a_transaction_cannot_change_the_plan_it_runs_by() {
        assertThatThrownBy(() -> items.useTransaction(() -> routing.apply(RoutingPlan.of(RIGHT))))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("apply it outside");
    }

    private CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, threads);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(thread.isAlive()).isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
