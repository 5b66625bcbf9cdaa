// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import static dev.dualbase.testkit.mirror.GuestTable.GUEST;
import static dev.dualbase.testkit.mirror.GuestTable.guest;
import static dev.dualbase.testkit.mirror.VisitTable.VISIT;
import static dev.dualbase.testkit.mirror.VisitTable.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.ForeignKeyException;
import dev.dualbase.core.error.TransactionConflictException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.repository.BaseRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Several threads write overlapping rows while the other side is cut, reset, refused, slowed down, stalled and killed in
 * turns, and the process with the replay is replaced. In the end both sides are equal. It takes some seconds, or as many as
 * the property {@value #SECONDS} says; {@value #SEED} repeats the choices of a run.
 */
final class DualWriteLoadTest {
    private static final String SECONDS = "dualbase.test.mirror.seconds";
    private static final String SEED = "dualbase.test.mirror.seed";
    private static final int WRITERS = 4;
    private static final int KEYS = 40;

    private final long seed = Long.getLong(SEED, ThreadLocalRandom.current().nextLong(1L << 32));
    private final long end =
            System.nanoTime() + Duration.ofSeconds(Long.getLong(SECONDS, 8)).toNanos();
    private final AtomicInteger written = new AtomicInteger();
    private final Latencies calm = new Latencies();
    private final Latencies troubled = new Latencies();
    private volatile Latencies current = calm;
    private volatile DualWriteBackend mirror;

    @Test
    void both_sides_are_equal_whatever_happens_to_the_other() {
        try (TwoSides sides = new TwoSides()) {
            mirror = sides.mirror();
            List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(
                            () -> write(new Random(seed + writer), () -> System.nanoTime() < end)))
                    .toList();
            List<DualWriteBackend> replaced = trouble(sides, new Random(seed));
            sides.line.pass();
            writers.forEach(CompletableFuture::join);
            sides.assertEqualSoon();
            assertThat(written).hasPositiveValue();
            System.out.println("seed " + seed + ": " + written + " writes, " + mirror.stats() + "; calm " + calm
                    + ", in trouble " + troubled);
            mirror.close();
            replaced.forEach(DualWriteBackend::close);
        } catch (AssertionError failure) {
            throw new AssertionError("with -D" + SEED + "=" + seed, failure);
        }
    }

    private List<DualWriteBackend> trouble(TwoSides sides, Random random) {
        List<DualWriteBackend> replaced = new ArrayList<>();
        while (System.nanoTime() < end) {
            sides.line.pass();
            current = calm;
            pause(random, 600);
            current = troubled;
            switch (random.nextInt(7)) {
                case 0 -> sides.line.cut();
                case 1 -> sides.line.reset();
                case 2 -> sides.line.refuse();
                case 3 -> sides.line.delay(Duration.ofMillis(30));
                case 4 -> sides.line.stall();
                case 5 -> sides.onPrimary().execute(endSessions("replay"));
                default -> {
                    sides.onOther().execute(endSessions("other"));
                    replaced.add(mirror);
                    mirror = sides.mirror();
                }
            }
            pause(random, 1500);
        }
        return replaced;
    }

    private static String endSessions(String backend) {
        return "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and application_name like 'dualbase-" + backend + "%'";
    }

    private static void pause(Random random, int atMostMillis) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(atMostMillis)).toNanos());
    }

    private void write(Random random, BooleanSupplier more) {
        while (more.getAsBoolean()) {
            DualWriteBackend backend = mirror;
            BaseRepository<GuestRecord> guests = TwoSides.guests(backend);
            BaseRepository<VisitRecord> visits = TwoSides.visits(backend);
            long begin = System.nanoTime();
            try {
                write(random, guests, visits);
            } catch (ForeignKeyException | TransactionConflictException asWithoutMirror) {
                // the guest has visits, the visit no guest, or two writers are in one another's way
            }
            current.add(System.nanoTime() - begin);
            written.incrementAndGet();
        }
    }

    private void write(Random random, BaseRepository<GuestRecord> guests, BaseRepository<VisitRecord> visits) {
        long id = random.nextInt(KEYS);
        GuestRecord row = guest(id, "name " + random.nextInt());
        row.set(GUEST.AMOUNT, random.nextInt(1000));
        switch (random.nextInt(8)) {
            case 0 -> assertThat(guests.insertIfAbsent(row, GUEST.PRIMARY)).isNotNull();
            case 1 -> guests.deleteWhere(Filters.eq(GUEST.ID, id));
            case 2 -> guests.updateWhere(Filters.eq(GUEST.ID, id), GuestTable.amount(random.nextInt(1000)));
            case 3 ->
                visits.upsert(visit(id, String.valueOf(random.nextInt(3)), "n" + random.nextInt()), VISIT.PRIMARY);
            case 4 -> visits.deleteWhere(Filters.eq(VISIT.GUEST_ID, id));
            case 5 ->
                guests.useTransaction(() -> {
                    visits.deleteWhere(Filters.eq(VISIT.GUEST_ID, id));
                    guests.deleteWhere(Filters.eq(GUEST.ID, id));
                    if (random.nextBoolean()) {
                        guests.upsert(row, GUEST.PRIMARY);
                    }
                });
            case 6 -> guests.bulkUpsert(List.of(row, guest((id + 1) % KEYS, "bulk")), GUEST.PRIMARY);
            default -> guests.upsert(row, GUEST.PRIMARY);
        }
    }
}
