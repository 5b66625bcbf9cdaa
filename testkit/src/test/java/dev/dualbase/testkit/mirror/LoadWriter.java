// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import static dev.dualbase.testkit.mirror.GuestTable.GUEST;
import static dev.dualbase.testkit.mirror.GuestTable.amount;
import static dev.dualbase.testkit.mirror.GuestTable.guest;
import static dev.dualbase.testkit.mirror.GuestTable.named;
import static dev.dualbase.testkit.mirror.VisitTable.VISIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.ForeignKeyException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.repository.BaseRepository;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/**
 * Writes rows of its own, and knows after each write what must be stored: all of it, or nothing if it failed. Some of its
 * writes are to rows that all writers share.
 */
final class LoadWriter {
    private static final int KEYS = 30;
    private static final int GENERATED = 20;
    private static final int SHARED = 99;

    private final int number;
    private final Random random;
    private final DSLContext primary;
    private LoadModel stored = LoadModel.empty();
    private LoadModel next = stored;
    private long count;

    LoadWriter(int number, long seed, DSLContext primary) {
        this.number = number;
        this.random = new Random(seed * 31 + number);
        this.primary = primary;
    }

    /** Writes once. Returns whether it succeeded. */
    boolean write(Backend backend) {
        next = stored.copy();
        count++;
        try {
            write(TwoSides.guests(backend), TwoSides.visits(backend));
        } catch (Undone undone) {
            return false;
        } catch (StorageException failed) {
            find(failed);
            return false;
        }
        stored = next;
        return true;
    }

    /** A failed write is stored as a whole, where its outcome is unknown, or not at all. */
    private void find(StorageException failed) {
        LoadModel found = LoadModel.of(primary, number);
        if (found.equals(next) && !(failed instanceof DuplicateKeyException || failed instanceof ForeignKeyException)) {
            stored = next;
        }
        assertThat(found).as("rows of writer %d after %s", number, failed).isEqualTo(stored);
    }

    /** Fails if a side has not exactly what was written. */
    void check(DSLContext side) {
        assertThat(LoadModel.of(side, number)).as("rows of writer %d", number).isEqualTo(stored);
    }

    private void write(BaseRepository<GuestRecord> guests, BaseRepository<VisitRecord> visits) {
        switch (random.nextInt(12)) {
            case 0, 1 -> generate(guests);
            case 2, 3 -> upsert(guests);
            case 4 -> update(guests);
            case 5 -> bulk(guests);
            case 6 -> delete(guests, visits);
            case 7 -> visit(guests, visits);
            case 8 -> withSavepoint(guests, visits);
            case 9 -> {
                guests.useTransaction(() -> {
                    bulk(guests);
                    delete(guests, visits);
                    throw new Undone();
                });
            }
            case 10 -> twice(guests);
            default -> shared(guests, visits);
        }
    }

    private GuestRecord row(long id) {
        GuestRecord row = guest(id, LoadModel.name(number, id));
        row.set(GUEST.AMOUNT, random.nextInt(1_000_000));
        return row;
    }

    private long anyId() {
        return LoadModel.id(number, random.nextInt(KEYS));
    }

    private void generate(BaseRepository<GuestRecord> guests) {
        List<String> there = next.generated();
        if (there.size() > GENERATED) {
            String name = there.get(random.nextInt(there.size()));
            next.deleteGenerated(name);
            assertThat(guests.deleteWhere(Filters.eq(GUEST.NAME, name))).isEqualTo(1);
            return;
        }
        GuestRecord row = named(LoadModel.name(number, "no " + count));
        next.put(row);
        assertThat(guests.insert(row).get(GUEST.ID)).isPositive();
    }

    private void upsert(BaseRepository<GuestRecord> guests) {
        GuestRecord row = row(anyId());
        next.put(row);
        guests.upsert(row, GUEST.PRIMARY);
    }

    private void update(BaseRepository<GuestRecord> guests) {
        long id = anyId();
        int value = random.nextInt(1_000_000);
        boolean there = next.hasGuest(id);
        next.amount(id, LoadModel.name(number, id), value);
        assertThat(guests.updateWhere(Filters.eq(GUEST.ID, id), amount(value))).isEqualTo(there ? 1 : 0);
    }

    private void bulk(BaseRepository<GuestRecord> guests) {
        List<GuestRecord> rows = IntStream.range(0, KEYS)
                .filter(i -> random.nextBoolean())
                .mapToObj(i -> row(LoadModel.id(number, i)))
                .toList();
        rows.forEach(next::put);
        guests.bulkUpsert(rows, GUEST.PRIMARY);
    }

    private void delete(BaseRepository<GuestRecord> guests, BaseRepository<VisitRecord> visits) {
        long id = anyId();
        guests.useTransaction(() -> {
            next.deleteVisits(id);
            next.deleteGuest(id);
            visits.deleteWhere(Filters.eq(VISIT.GUEST_ID, id));
            guests.deleteWhere(Filters.eq(GUEST.ID, id));
        });
    }

    /** Fails if there is no such guest. */
    private void visit(BaseRepository<GuestRecord> guests, BaseRepository<VisitRecord> visits) {
        long id = anyId();
        VisitRecord row = VisitTable.visit(id, String.valueOf(random.nextInt(3)), "note " + random.nextInt());
        next.put(row);
        visits.upsert(row, VISIT.PRIMARY);
    }

    private void withSavepoint(BaseRepository<GuestRecord> guests, BaseRepository<VisitRecord> visits) {
        guests.useTransaction(() -> {
            upsert(guests);
            LoadModel savepoint = next.copy();
            try {
                guests.useTransaction(() -> {
                    delete(guests, visits);
                    upsert(guests);
                    throw new Undone();
                });
            } catch (Undone undone) {
                next = savepoint;
            }
            update(guests);
        });
    }

    /** The second fails if the first is there, and takes a third with it. */
    private void twice(BaseRepository<GuestRecord> guests) {
        guests.useTransaction(() -> {
            update(guests);
            GuestRecord row = row(anyId());
            next.put(row);
            assertThat(guests.insert(row)).isNotNull();
        });
    }

    /** Rows that no writer knows the state of. */
    private void shared(BaseRepository<GuestRecord> guests, BaseRepository<VisitRecord> visits) {
        long id = LoadModel.id(SHARED, random.nextInt(KEYS));
        Filter same = Filters.eq(GUEST.ID, id);
        GuestRecord row = guest(id, "shared " + random.nextInt());
        switch (random.nextInt(5)) {
            case 0 -> assertThat(guests.insertIfAbsent(row, GUEST.PRIMARY)).isNotNull();
            case 1 -> guests.deleteWhere(same);
            case 2 -> guests.updateWhere(same, amount(random.nextInt()));
            case 3 -> visits.upsert(VisitTable.visit(id, "1", "n" + random.nextInt()), VISIT.PRIMARY);
            default ->
                guests.useTransaction(() -> {
                    visits.deleteWhere(Filters.eq(VISIT.GUEST_ID, id));
                    guests.deleteWhere(same);
                });
        }
    }

    /** Thrown to roll back. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undone() {
            super("undone", null, false, false);
        }
    }
}
