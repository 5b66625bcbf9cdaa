// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.schema.ActionsRecord;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Callers that read and write all the time, each some hundred times in a second, and count what fails. */
final class Callers implements AutoCloseable {

    static final int THREADS = 2;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Salon salon;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong longestNanos = new AtomicLong();
    private volatile boolean stop;

    private Callers(Salon salon) {
        this.salon = salon;
    }

    static Callers start(Salon salon) {
        Callers callers = new Callers(salon);
        for (int i = 0; i < THREADS; i++) {
            callers.threads.execute(callers::callUntilStopped);
        }
        return callers;
    }

    private void callUntilStopped() {
        for (int client = 0; !stop; client = (client + 1) % SalonData.BOOKINGS) {
            PhoneNumber phone = PhoneNumber.parse("+" + SalonData.phone(client));
            call(() -> salon.repositories().clients().findByRawPhone(salon.company(), phone));
            call(() -> salon.repositories().bookings().findUpcoming(salon.company(), phone, Limit.of(10)));
            call(() -> salon.repositories().actions().add(salon.company(), action(phone)));
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static ActionsRecord action(PhoneNumber phone) {
        ActionsRecord action = new ActionsRecord();
        action.setActionType("looked");
        action.setClientPhone(phone.stored());
        return action;
    }

    private void call(Runnable call) {
        long begin = System.nanoTime();
        try {
            call.run();
        } catch (RuntimeException | Error failure) {
            // whatever it is: a caller that ends without a word would look as if nothing had failed
            failed.incrementAndGet();
        }
        calls.incrementAndGet();
        longestNanos.accumulateAndGet(System.nanoTime() - begin, Math::max);
    }

    int calls() {
        return calls.get();
    }

    int failed() {
        return failed.get();
    }

    /** The longest that a call took since this was last asked. */
    long longestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(longestNanos.getAndSet(0));
    }

    /** Waits until the last call is over. */
    void stop() {
        stop = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a caller hangs");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
