// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.mirror.Reconciliation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Several threads write through two processes, while every {@link LoadTrouble} happens, in an order and for times that a seed
 * decides. In between and in the end no write waits, and both sides must have exactly what was written: what was acknowledged
 * once, what failed not at all. How long writes took is printed.
 *
 * <p>It takes about 20 seconds. With the property {@value #SECONDS} it goes on for longer, and what happens lasts up to two
 * minutes then; {@value #SEED} repeats the order of a run.
 */
final class DualWriteLoadTest {
    private static final String SECONDS = "dualbase.test.mirror.seconds";
    private static final String SEED = "dualbase.test.mirror.seed";
    private static final int WRITERS = 4;
    private static final int PROCESSES = 2;

    private final long seed = Long.getLong(SEED, ThreadLocalRandom.current().nextLong(1L << 32));
    private final Duration wanted = Duration.ofSeconds(Long.getLong(SECONDS, 8));
    private final Random random = new Random(seed);
    private final long begin = System.nanoTime();
    private final TwoSides sides = new TwoSides();
    private final AtomicReferenceArray<DualWriteBackend> processes = new AtomicReferenceArray<>(PROCESSES);
    private final List<LoadWriter> writers = new ArrayList<>();
    private final Map<LoadPhase, Latencies> latencies = new EnumMap<>(LoadPhase.class);
    private final LongAdder written = new LongAdder();
    private final LongAdder failed = new LongAdder();
    /** Whoever writes has a share of it. */
    private final ReadWriteLock writing = new ReentrantReadWriteLock(true);

    private volatile LoadPhase phase = LoadPhase.OTHER;
    private volatile boolean over;
    private Duration toldAt = Duration.ZERO;

    @AfterEach
    void close() {
        for (int i = 0; i < PROCESSES; i++) {
            processes.get(i).close();
        }
        sides.close();
    }

    @Test
    void both_sides_have_exactly_what_was_written_whatever_happens() {
        List.of(LoadPhase.values()).forEach(each -> latencies.put(each, new Latencies()));
        for (int i = 0; i < PROCESSES; i++) {
            processes.set(i, process());
        }
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new LoadWriter(i, seed, sides.onPrimary()));
        }
        List<CompletableFuture<Void>> threads = writers.stream()
                .map(writer -> CompletableFuture.runAsync(() -> write(writer), DualWriteLoadTest::inThread))
                .toList();
        try {
            do {
                round(threads);
                check();
            } while (spent().compareTo(wanted) < 0);
        } catch (AssertionError failure) {
            throw new AssertionError("with -D" + SEED + "=" + seed, failure);
        } finally {
            over = true;
            threads.forEach(thread -> thread.exceptionally(any -> null).join());
        }
        tell();
        assertThat(written.sum()).isGreaterThan(LoadTrouble.values().length);
        latencies.forEach((each, taken) ->
                System.out.println(each + ": " + taken.comparedTo(latencies.get(LoadPhase.NO_DUAL_WRITE))));
    }

    private DualWriteBackend process() {
        return sides.mirror(TwoSides.options().enabledWhen(() -> phase != LoadPhase.NO_DUAL_WRITE));
    }

    private Duration spent() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void write(LoadWriter writer) {
        for (int i = 0; !over; i++) {
            writing.readLock().lock();
            try {
                long since = System.nanoTime();
                if (writer.write(processes.get(i % PROCESSES))) {
                    latencies.get(phase).add(System.nanoTime() - since);
                    written.increment();
                } else {
                    failed.increment();
                }
            } finally {
                writing.readLock().unlock();
            }
        }
    }

    /** Everything happens once. */
    private void round(List<CompletableFuture<Void>> threads) {
        List<LoadTrouble> troubles = new ArrayList<>(List.of(LoadTrouble.values()));
        Collections.shuffle(troubles, random);
        for (LoadTrouble trouble : troubles) {
            become(LoadPhase.FINE);
            rest();
            become(trouble.phase());
            happen(trouble);
            threads.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(CompletableFuture::join);
            if (spent().minus(toldAt).compareTo(Duration.ofMinutes(1)) > 0) {
                tell();
            }
        }
        check(); // before anything is repaired
        off();
    }

    /** What is not noted while dual writes are off is found afterwards: under load, but for rows that never rest. */
    private void off() {
        become(LoadPhase.NO_DUAL_WRITE);
        rest();
        become(LoadPhase.OTHER);
        if (repair() > 0) {
            alone(() -> {
                awaitEqual();
                assertThat(repair()).as("rows that are not known to be equal").isZero();
            });
        }
    }

    /** Returns how many rows did not rest. A row to which others refer can only go when those are repaired too. */
    private long repair() {
        ReconcileOptions how = ReconcileOptions.repairing().withPatience(Duration.ofSeconds(10));
        return TwoSides.TABLES.stream()
                .mapToLong(table -> processes.get(0).reconcile(table, how).unsettled())
                .sum();
    }

    /** No write is under way when dual writes are turned on or off. */
    private void become(LoadPhase next) {
        alone(() -> phase = next);
    }

    private void alone(Runnable deed) {
        writing.writeLock().lock();
        try {
            deed.run();
        } finally {
            writing.writeLock().unlock();
        }
    }

    private void rest() {
        LoadPhase.pause(shorter(Duration.ofSeconds(10), wanted.dividedBy(60)).plusMillis(200));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void happen(LoadTrouble trouble) {
        if (trouble == LoadTrouble.PROCESS_REPLACED) {
            DualWriteBackend old = processes.get(0);
            alone(() -> processes.set(0, process()));
            old.close();
        }
        long longest = shorter(Duration.ofMinutes(2), wanted.dividedBy(10)).toMillis();
        double share = random.nextDouble();
        trouble.happen(sides, Duration.ofMillis(300 + (long) (share * share * longest)));
    }

    private void check() {
        alone(() -> {
            awaitEqual();
            for (LoadWriter writer : writers) {
                writer.check(sides.onPrimary());
                writer.check(sides.onOther());
            }
            sides.assertEqual();
            for (Table<?> table : TwoSides.TABLES) {
                assertThat(processes.get(1).reconcile(table, ReconcileOptions.comparing()))
                        .matches(Reconciliation::isEqual, "is equal");
            }
        });
    }

    private void awaitEqual() {
        assertThat(processes.get(0).awaitEqual(Duration.ofMinutes(10)))
                .as("no row is known to differ")
                .isTrue();
    }

    private void tell() {
        toldAt = spent();
        Runtime memory = Runtime.getRuntime();
        System.out.printf(
                "seed %d, %d s: %d writes, %d failed, %s, %d MB in use%n",
                seed,
                toldAt.toSeconds(),
                written.sum(),
                failed.sum(),
                processes.get(1).stats(),
                (memory.totalMemory() - memory.freeMemory()) >> 20);
    }

    /** A thread for each: the common pool has but one on a machine with two processors. */
    private static void inThread(Runnable work) {
        new Thread(work).start();
    }
}
