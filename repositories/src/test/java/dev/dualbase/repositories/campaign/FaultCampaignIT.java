// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.repositories.SalonCalls;
import dev.dualbase.repositories.id.CompanyId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Several threads call every method of every repository, each time in a salon where nobody else does anything, while a
 * {@link Trouble} happens. Then the line is well again, and everything must be as it was promised: what was acknowledged is
 * there, what failed is not, or as a whole where the outcome is unknown, every failure is one that the trouble may cause, no
 * call took longer than its timeouts, and every connection of the pool can be had at once, as if it were new.
 *
 * <p>Each trouble happens once. With the property {@value #ROUNDS} it goes on for longer. The number of a round, which
 * {@value #SEED} gives to the first one, decides what can be decided: which calls are made, in which order they are dealt,
 * which trouble happens, and how long it waits before each of its steps. A round that failed is repeated by its number. What
 * does not replay is time: which call meets which fault, and where in it, is up to the threads and the machine, so that a
 * failure that is a race may take several repetitions.
 */
final class FaultCampaignIT {

    private static final String ROUNDS = "dualbase.test.faults.rounds";
    private static final String SEED = "dualbase.test.faults.seed";
    private static final int CALLERS = 5;
    private static final int SALONS = 60;
    private static final int MOST_PAUSE_MILLIS = 10;

    /** For a call on a machine that does other things too. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Within which the pool is full again. */
    private static final Duration PROMISED = Duration.ofSeconds(1);

    /** What a new pool takes at least for as many connections on a machine where nobody else does anything, and much more. */
    private static final Duration LEAST_ALLOWANCE = Duration.ofSeconds(1);

    private static final int ALLOWED_CONTROLS = 3;

    private static final Duration LONGEST_CALL =
            CampaignSite.CONNECT_TIMEOUT.plus(CampaignSite.SOCKET_TIMEOUT).plus(GRACE);

    private final long seed = Long.getLong(SEED, ThreadLocalRandom.current().nextLong(1L << 32));
    private final int rounds = Integer.getInteger(ROUNDS, Trouble.values().length);
    private final Figures figures = new Figures();

    @Test
    void every_public_method_of_every_repository_is_called() {
        try (JdbcBackend nowhere = JdbcBackend.builder("nowhere")
                .url("jdbc:postgresql://127.0.0.1:1/nowhere")
                .build()) {
            assertThat(SalonCalls.missing(nowhere)).isEmpty();
        }
    }

    @Test
    void every_call_keeps_its_word_whatever_happens() {
        System.out.println("Faults of seed " + seed + ", " + rounds + " rounds");
        try (CampaignSite site = new CampaignSite()) {
            Tasks tasks = triedOut(site);
            for (long number = seed; number < seed + rounds; number++) {
                Trouble trouble = Trouble.values()[(int) Math.floorMod(number, (long) Trouble.values().length)];
                try {
                    round(site, tasks, number, trouble);
                } catch (AssertionError | RuntimeException failure) {
                    throw new AssertionError(
                            "%s; repeat with -D%s=%d -D%s=1".formatted(trouble, SEED, number, ROUNDS), failure);
                }
                if ((number - seed) % 50 == 49) {
                    tell();
                }
            }
        }
        tell();
        assertThat(figures.failures()).isLessThan(figures.calls());
    }

    private void tell() {
        System.out.println("seed " + seed + ": " + figures);
    }

    private static Tasks triedOut(CampaignSite site) {
        try (JdbcBackend undisturbed = site.undisturbed()) {
            return Tasks.triedOut(undisturbed, site.salons());
        }
    }

    private void round(CampaignSite site, Tasks tasks, long number, Trouble trouble) {
        List<Task> dealt = tasks.deal(number, SALONS);
        site.salons().reset(dealt);
        assertThat(FullPool.of(site.backend())).isLessThan(GRACE);
        Map<CompanyId, Attempt> attempts = new ConcurrentHashMap<>();
        callDuring(trouble, new Random(number), site, dealt, i -> {
            Attempt attempt = Attempt.of(dealt.get(i), tasks.of(dealt.get(i)), Salons.number(i), site.backend());
            attempts.put(attempt.salon(), attempt);
        });
        CompletableFuture<Duration> control =
                CompletableFuture.supplyAsync(site::control, task -> new Thread(task).start());
        Duration recovery = FullPool.of(site.backend());
        requireSoon(recovery, trouble, control.join());
        site.settle();
        figures.add(attempts.values(), trouble, recovery);
        Map<CompanyId, String> found = site.salons().rows();
        for (int i = 0; i < dealt.size(); i++) {
            CompanyId salon = Salons.number(i);
            check(attempts.get(salon), found.get(salon), trouble, tasks.of(dealt.get(i)));
        }
    }

    private static void check(@Nullable Attempt attempt, String found, Trouble trouble, Expected expected) {
        if (attempt == null) {
            assertThat(found).as("rows of a salon where nobody called").isEqualTo(expected.before());
        } else {
            assertThat(attempt.took()).as("time of %s", attempt.task()).isLessThan(LONGEST_CALL);
            attempt.check(trouble, found);
        }
    }

    /**
     * Within a second, and some more where a new pool of the same kind, past the line and after no trouble, needs time too for
     * as many connections at the same moment. A dead connection is found out when somebody uses it.
     */
    private static void requireSoon(Duration recovery, Trouble trouble, Duration control) {
        Duration promised = trouble.leavesDeadConnections() ? PROMISED.plus(CampaignSite.SOCKET_TIMEOUT) : PROMISED;
        Duration allowance = longer(LEAST_ALLOWANCE, control.multipliedBy(ALLOWED_CONTROLS));
        assertThat(recovery)
                .as("time until the pool is full, and a new one in %d ms", control.toMillis())
                .isLessThan(promised.plus(allowance));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Each salon gets one caller, as long as the trouble lasts. */
    private static void callDuring(
            Trouble trouble, Random random, CampaignSite site, List<Task> dealt, IntConsumer call) {
        AtomicInteger next = new AtomicInteger();
        Runnable caller = () -> {
            for (int i = next.getAndIncrement(); i < dealt.size(); i = next.getAndIncrement()) {
                call.accept(i);
                Trouble.pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(MOST_PAUSE_MILLIS)));
            }
        };
        List<CompletableFuture<Void>> callers = IntStream.range(0, CALLERS)
                .mapToObj(i -> CompletableFuture.runAsync(caller, task -> new Thread(task).start()))
                .toList();
        trouble.happen(site, random);
        next.addAndGet(dealt.size());
        callers.forEach(FaultCampaignIT::await);
    }

    private static void await(CompletableFuture<Void> caller) {
        try {
            caller.get(LONGEST_CALL.multipliedBy(2).toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("a call does not end", late);
        } catch (Exception failure) {
            throw new IllegalStateException("a call ended with something that is no StorageException", failure);
        }
    }
}
