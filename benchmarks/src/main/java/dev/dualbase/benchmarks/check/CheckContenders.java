// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.check;

import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.context.MessageContext;
import dev.dualbase.benchmarks.data.BulkRows;
import dev.dualbase.benchmarks.data.Changes;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.data.SalonFill;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.benchmarks.registry.Contenders;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lets each contender do each workload once, and compares what it returns and leaves behind with the floor. */
public final class CheckContenders {

    /** More than any client of the fill has. */
    private static final int NEW_CLIENT = 5_000_000;

    private static final int EXISTING_CLIENT = 17;
    private static final int BULK_ROWS = 1_000;

    /** The database numbers and stamps rows as it likes. */
    private static final List<Integer> FILLED_IN = List.of(0, 12, 13);

    private final Database database;
    private final UnaryOperator<List<String>> chosen;
    private final SalonFill fill;
    private final Agreement agreement = new Agreement();

    /** On a database that is filled; of the contenders only the chosen ones. */
    public CheckContenders(Database database, UnaryOperator<List<String>> chosen) {
        this.database = database;
        this.chosen = chosen;
        this.fill = new SalonFill(database);
    }

    /**
     * Checks all of them.
     *
     * @return how many answers were compared
     * @throws IllegalStateException if one does something else than the floor
     */
    public int run() {
        each(Contenders.JDBC, this::allReads);
        each(Contenders.REST, this::reads);
        each(Contenders.JDBC, this::allWrites);
        each(List.of(Contenders.JOOQ_BATCH), this::bulk);
        each(Contenders.REST, this::bulk);
        return agreement.compared();
    }

    private interface Check {
        void run(String name, Contender contender);
    }

    private void each(List<String> names, Check check) {
        for (String name : chosen.apply(names)) {
            with(name, contender -> check.run(name, contender));
        }
    }

    private void with(String name, Consumer<Contender> action) {
        try (Contender contender = Contenders.open(name, database)) {
            action.accept(contender);
        } catch (RuntimeException failure) {
            throw new IllegalStateException("The check of " + name + " failed", failure);
        }
    }

    private void allReads(String name, Contender contender) {
        reads(name, contender);
        context(name, contender);
        stream(name, contender);
    }

    private void allWrites(String name, Contender contender) {
        writes(name, contender);
        bulk(name, contender);
    }

    private void reads(String name, Contender contender) {
        ClientReads reads = contender.reads();
        for (int number = 100; number < 110; number++) {
            agreement.answer(name, "client " + number, RowValues.of(reads.byPhone(Changes.phone(number))));
        }
        List<?> page = reads.page(Changes.visitDay(3));
        agreement.answer(name, "rows of the page", page.size());
        agreement.answer(name, "page", page.stream().map(RowValues::of).toList());
        agreement.answer(name, "a client who is not there", reads.byPhone("79999999999") == null);
    }

    private void context(String name, Contender contender) {
        MessageContext context = contender.context().load(Changes.phone(EXISTING_CLIENT));
        agreement.answer(name, "salon of a message", RowValues.of(context.salon()));
        agreement.answer(name, "client of a message", RowValues.of(context.client()));
        agreement.answer(name, "dialog of a message", RowValues.of(context.dialog()));
        agreement.answer(name, "favourites", new TreeSet<>(context.favourites().values()));
        agreement.answer(
                name, "last services", new TreeSet<>(context.lastServices().values()));
        agreement.answer(
                name, "offer", context.offer().stream().map(RowValues::of).toList());
        agreement.answer(
                name, "staff", context.staff().stream().map(RowValues::of).toList());
        agreement.answer(
                name, "schedule", context.schedule().stream().map(RowValues::of).toList());
        agreement.answer(name, "appointments", context.appointments());
        if (context.offer().isEmpty()
                || context.staff().isEmpty()
                || context.schedule().isEmpty()) {
            throw new IllegalStateException("The data of the context is missing");
        }
    }

    private void stream(String name, Contender contender) {
        agreement.answer(name, "stream", contender.stream().sumOfNumbers(Salons.OTHER));
    }

    private void writes(String name, Contender contender) {
        fill.deleteFrom(Salons.MAIN, NEW_CLIENT);
        with(Contenders.FLOOR, floor -> writes(floor.writes(), 1, EXISTING_CLIENT));
        agreement.answer(name, "upserts", writes(contender.writes(), 2, EXISTING_CLIENT, NEW_CLIENT));
        agreement.answer(name, "clients after upserts", TableContents.of(database, Salons.MAIN));
        fill.deleteFrom(Salons.MAIN, NEW_CLIENT);
    }

    private static <R> List<Object> writes(ClientWrites<R> writes, long seed, int... numbers) {
        Changes changes = new Changes(Salons.MAIN, seed);
        List<Object> answers = new ArrayList<>();
        for (int number : numbers) {
            answers.add(stored(writes.upsert(writes.prepare(changes.numbered(number)))));
            R first = writes.prepare(changes.numbered(number + 1));
            R second = writes.prepare(changes.numbered(number + 2));
            answers.add(stored(writes.twoUpsertsAndRead(first, second, Changes.phone(number + 2))));
        }
        return answers;
    }

    private static List<@Nullable Object> stored(Object row) {
        List<@Nullable Object> values = RowValues.of(row);
        FILLED_IN.forEach(index -> values.set(index, null));
        return values;
    }

    private void bulk(String name, Contender contender) {
        BulkRows rows = new BulkRows(database, BULK_ROWS);
        rows.restore();
        write(contender.bulk(), rows);
        agreement.answer(name, "clients after a bulk upsert", TableContents.of(database, Salons.BULK));
        rows.clear();
    }

    private static <R> void write(BulkUpsert<R> bulk, BulkRows rows) {
        bulk.upsert(rows.all().stream().map(bulk::prepare).toList());
    }
}
