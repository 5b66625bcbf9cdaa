// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.flag.Side.SUPABASE;
import static dev.dualbase.repositories.flag.Side.TIMEWEB;
import static dev.dualbase.repositories.schema.Tables.CLIENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.filter.Filters;
import dev.dualbase.repositories.flag.BackendSwitch;
import dev.dualbase.repositories.flag.Side;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 8 threads write while the primary goes to the other side and back, 20 flips in all, with dual write on. */
class SwitchUnderLoadTest {

    private static final int THREADS = 8;
    private static final int FLIPS = 20;
    private static final int KEYS = 30;

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong actions = new AtomicLong();
    private SwitchSides sides;
    private SalonRepositories salon;

    @Test
    void no_call_fails_and_both_sides_are_equal_in_the_end() {
        try (SwitchSides both = new SwitchSides(directory, "ENABLE_DUAL_WRITE=true\n");
                BackendSwitch backends = both.builder()
                        .catchUpTimeout(Duration.ofSeconds(30))
                        .drainTimeout(Duration.ofSeconds(30))
                        .open()) {
            sides = both;
            salon = SalonRepositories.open(backends.backend(), TestSalon.CLOCK);
            List<CompletableFuture<Void>> load = IntStream.range(0, THREADS)
                    .mapToObj(thread -> CompletableFuture.runAsync(() -> callsUntilStopped(thread), threads))
                    .toList();
            try {
                for (int flip = 0; flip < FLIPS; flip++) {
                    flip(backends, flip % 2 == 0 ? TIMEWEB : SUPABASE, load);
                }
            } finally {
                stop.set(true);
                threads.shutdown();
            }
            load.forEach(CompletableFuture::join);
            sides.assertEqualSoon();
            assertThat(sides.on(SUPABASE).fetchValue("select count(*) from actions"))
                    .as("nothing is lost, nothing is twice there")
                    .isEqualTo(actions.get());
            assertThat(sides.logged()).doesNotContain("not taken");
        }
    }

    private void flip(BackendSwitch backends, Side to, List<CompletableFuture<Void>> load) {
        sides.change(
                backends,
                "ENABLE_DUAL_WRITE=true\nTIMEWEB_IS_PRIMARY=" + (to == TIMEWEB) + "\n",
                flags -> flags.primary() == to || load.stream().anyMatch(CompletableFuture::isDone));
        long before = calls.get();
        while (calls.get() < before + THREADS) {
            assertThat(load).noneMatch(CompletableFuture::isDone);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private void callsUntilStopped(int thread) {
        for (int call = 0; !stop.get(); call++) {
            int key = (call * 7 + thread) % KEYS;
            switch (call % 4) {
                case 0 -> salon.clients().upsert(SALON, TestSalon.client(key, thread + " " + call));
                case 1 -> insertTwo(key);
                case 2 -> salon.clients().deleteWhere(SALON, Filters.eq(CLIENTS.YCLIENTS_ID, (long) key));
                default ->
                    assertThat(salon.clients().count(SALON, Filters.everyRow())).isBetween(0L, (long) KEYS);
            }
            calls.incrementAndGet();
        }
    }

    private void insertTwo(int key) {
        salon.useTransaction(() -> {
            salon.actions().add(SALON, TestSalon.action("first"));
            salon.actions().add(SALON, TestSalon.action("second"));
            salon.clients().upsert(SALON, TestSalon.client(key, "in a transaction"));
        });
        actions.addAndGet(2);
    }
}
