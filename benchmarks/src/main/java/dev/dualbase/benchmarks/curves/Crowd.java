// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.curves;

import dev.dualbase.benchmarks.data.SalonFill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/** What a number of threads did in a time, each one call after the other. */
final class Crowd {

    private final Queue<double[]> times = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private long nanos;

    private Crowd() {}

    /** Lets threads repeat a call; each has a source of random numbers of its own. */
    static Crowd run(int threads, Duration time, Consumer<Random> call) throws InterruptedException {
        Crowd crowd = new Crowd();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Random random = new Random(SalonFill.SEED + i);
            Thread thread = new Thread(() -> crowd.repeat(start, time, () -> call.accept(random)), "crowd-" + i);
            thread.start();
            all.add(thread);
        }
        long begin = System.nanoTime();
        start.countDown();
        for (Thread thread : all) {
            thread.join();
        }
        crowd.nanos = System.nanoTime() - begin;
        return crowd;
    }

    private void repeat(CountDownLatch start, Duration time, Runnable call) {
        DoubleStream.Builder own = DoubleStream.builder();
        try {
            start.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            try {
                own.add(Clock.microseconds(call));
            } catch (RuntimeException failure) {
                count(failure);
            }
        }
        times.add(own.build().toArray());
    }

    private synchronized void count(RuntimeException failure) {
        failures.merge(failure.getClass().getSimpleName(), 1, Integer::sum);
    }

    double perSecond() {
        return Clock.perSecond(sorted().length, nanos);
    }

    /** The microseconds of all calls that did not fail, the shortest first. */
    double[] sorted() {
        return times.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    /** How many calls failed, by exception. */
    synchronized Map<String, Integer> failures() {
        return new TreeMap<>(failures);
    }
}
