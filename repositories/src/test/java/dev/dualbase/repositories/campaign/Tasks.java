// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.campaign;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.repositories.SalonCalls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jooq.Record;

/** All that callers do, and what it comes to when nothing is in its way: it was tried out. */
final class Tasks {

    private static final int TRANSACTIONS = 60;

    private final List<Task> order = new ArrayList<>();
    private final Map<Task, Expected> expected = new LinkedHashMap<>();

    private Tasks() {}

    /**
     * Each call alone, in a salon with rows and in one without, and some transactions of several.
     *
     * @param backend one that nothing happens to
     */
    static Tasks triedOut(Backend backend, Salons salons) {
        Tasks tasks = new Tasks();
        List<Task> all = all(backend, new Random(0));
        salons.reset(all);
        List<String> before = rows(salons, all.size());
        List<Optional<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            answers.add(answer(backend, all.get(i), i));
        }
        List<String> after = rows(salons, all.size());
        for (int i = 0; i < all.size(); i++) {
            Task task = all.get(i);
            String found = before.get(i);
            String left = task.undone() ? found : after.get(i);
            answers.get(i)
                    .ifPresent(answer -> tasks.add(task, new Expected(found, left, answer.text(), answer.writes())));
        }
        return tasks;
    }

    private static List<Task> all(Backend backend, Random random) {
        List<String> calls =
                new ArrayList<>(SalonCalls.of(backend, Salons.number(0)).keySet());
        List<Task> all = new ArrayList<>(calls.stream()
                .flatMap(call -> Stream.of(Task.alone(call, true), Task.alone(call, false)))
                .toList());
        for (int i = 0; i < TRANSACTIONS; i++) {
            Collections.shuffle(calls, random);
            Isolation isolation = i % 2 == 0 ? Isolation.READ_COMMITTED : Isolation.REPEATABLE_READ;
            all.add(new Task(List.copyOf(calls.subList(0, 2 + i % 4)), Optional.of(isolation), i % 5 == 0, i % 3 != 0));
        }
        Collections.shuffle(all, random);
        return all;
    }

    private static List<String> rows(Salons salons, int count) {
        Map<?, String> rows = salons.rows();
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> rows.get(Salons.number(i)))
                .toList();
    }

    /** Nothing of a transaction whose calls are in the way of one another, and of no other one. */
    private static Optional<Answer> answer(Backend backend, Task task, int index) {
        WritesSeen seen = new WritesSeen(backend);
        try {
            String answer = Salons.anonymous(Salons.number(index), task.run(seen, Salons.number(index)));
            return Optional.of(new Answer(answer, seen.any));
        } catch (StorageException refused) {
            if (task.calls().size() == 1) {
                throw new AssertionError(task + " fails when nothing is in its way", refused);
            }
            return Optional.empty();
        }
    }

    private void add(Task task, Expected comesTo) {
        order.add(task);
        expected.put(task, comesTo);
    }

    /** So many of them, the next ones for the next number. */
    List<Task> deal(long number, int count) {
        int first = (int) Math.floorMod(number * count, (long) order.size());
        return Stream.iterate(first, i -> i + 1)
                .limit(count)
                .map(i -> order.get(i % order.size()))
                .toList();
    }

    Expected of(Task task) {
        return expected.get(task);
    }

    int count() {
        return order.size();
    }

    private record Answer(String text, boolean writes) {}

    /** Remembers whether a write was asked for. */
    private static final class WritesSeen extends DelegatingBackend {

        private boolean any;

        WritesSeen(Backend backend) {
            super(backend);
        }

        @Override
        public <R extends Record> WriteResult<R> write(Write<R> write) {
            any = true;
            return super.write(write);
        }

        @Override
        public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionBody<T, X> body)
                throws X {
            any |= !options.readOnly();
            return super.inTransaction(options, body);
        }
    }
}
