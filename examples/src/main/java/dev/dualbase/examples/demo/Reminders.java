// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.repositories.schema.RemindersRecord;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Four workers that all see the same reminders: each must be claimed by exactly one of them. */
final class Reminders {

    private static final int WORKERS = 4;

    private final Salon salon;

    Reminders(Salon salon) {
        this.salon = salon;
    }

    void run() throws InterruptedException, ExecutionException {
        List<RemindersRecord> due = salon.repositories()
                .reminders()
                .findMany(salon.company(), Filters.everyRow(), Order.byPrimaryKey(), Limit.of(SalonData.REMINDERS));
        ExecutorService pool = Executors.newFixedThreadPool(WORKERS);
        try {
            Callable<Integer> worker = () -> claimAll(due);
            int claimed = 0;
            for (Future<Integer> each : pool.invokeAll(
                    IntStream.range(0, WORKERS).mapToObj(i -> worker).toList())) {
                claimed += each.get();
            }
            salon.expect("reminders claimed by all workers together", SalonData.REMINDERS, claimed);
        } finally {
            pool.shutdown();
        }
    }

    private int claimAll(List<RemindersRecord> due) {
        return (int) due.stream()
                .filter(reminder -> salon.repositories().reminders().claimDayBefore(salon.company(), reminder.getId()))
                .count();
    }
}
