// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.SqlStates;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.repository.BaseRepository;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.Record;

/** A random write, on a backend and on the model. A write whose outcome is unclear is left out. */
final class RandomWrite {
    private static final int MOST_ROWS = 12;

    private final Dice dice;
    private final RandomTable table;
    private final Model model;
    private final RandomRows rows;
    private final Backend backend;
    private final BaseRepository<Record> repository;
    private final Consumer<String> log;

    RandomWrite(Dice dice, RandomTable table, Model model, Backend backend, Consumer<String> log) {
        this.dice = dice;
        this.table = table;
        this.model = model;
        this.rows = new RandomRows(dice, table, model);
        this.backend = backend;
        this.repository = new BaseRepository<>(backend, table);
        this.log = log;
    }

    /** Empties the table and fills it. */
    void begin() {
        log.accept("fill");
        long deleted = repository.deleteWhere(Filters.everyRow());
        assert deleted >= 0;
        model.become(List.of());
        List<Row> whole = rows.whole();
        upsertAll(whole, table.primary(), BulkOptions.atomic());
    }

    void any() {
        switch (dice.below(9)) {
            case 0 -> insert();
            case 1 -> insertIfAbsent();
            case 2 -> upsert();
            case 3 -> update();
            case 4, 5 -> updateWhere();
            case 6 -> deleteWhere();
            default -> bulkUpsert();
        }
    }

    private void insert() {
        Row row = rows.setting(rows.columnsOfNew());
        Prediction prediction = model.insert(row);
        run("insert", prediction, () -> repository.insert(row.toRecord(table)))
                .ifPresent(stored -> requireStored(prediction.rows().get(0), stored));
    }

    private void insertIfAbsent() {
        RandomKey key = dice.pick(table.keys());
        Row row = rows.forUpsert(key, 1, true).get(0);
        Prediction prediction = model.insertIfAbsent(row, key);
        run("insertIfAbsent", prediction, () -> repository.insertIfAbsent(row.toRecord(table), key.key()))
                .ifPresent(stored -> {
                    Answer.require("stored", !prediction.rows().isEmpty(), stored.isPresent());
                    stored.ifPresent(one -> requireStored(prediction.rows().get(0), one));
                });
    }

    private void upsert() {
        RandomKey key = dice.pick(table.keys());
        Row row = rows.forUpsert(key, 1, true).get(0);
        Prediction prediction = model.upsert(List.of(row), key, false);
        run("upsert by " + key.columns(), prediction, () -> repository.upsert(row.toRecord(table), key.key()))
                .ifPresent(stored -> requireStored(prediction.rows().get(0), stored));
    }

    private void bulkUpsert() {
        RandomKey key = dice.pick(table.keys());
        boolean mixed = backend.capabilities().supports(Capability.ATOMIC_MIXED_BULK) && !dice.oneIn(3);
        BulkOptions options = dice.oneIn(3) ? BulkOptions.isolateBadRows() : BulkOptions.atomic();
        upsertAll(rows.forUpsert(key, dice.below(MOST_ROWS + 1), mixed), key, options);
    }

    /** The rows that come back are not known one by one, and so have their identities given. */
    private void upsertAll(List<Row> given, RandomKey key, BulkOptions options) {
        given.forEach(row -> table.columns().stream()
                .filter(column -> column.plan().identity() && row.get(column) == null)
                .forEach(column -> row.set(column, column.kind().value(dice))));
        Prediction prediction = model.upsert(given, key, options.isolatesBadRows());
        run(
                        "bulkUpsert of " + given.size() + " by " + key.columns(),
                        prediction,
                        () -> repository.bulkUpsert(Row.toRecords(table, given), key.key(), options))
                .ifPresent(done -> requireDone(prediction, done));
    }

    private static void requireDone(Prediction prediction, BulkResult done) {
        Answer.require("inserted", prediction.inserted(), done.inserted());
        Answer.require("updated", prediction.updated(), done.updated());
        List<Integer> places = done.badRows().stream().map(BadRow::index).toList();
        Answer.require("bad rows", List.copyOf(prediction.badRows()), places);
    }

    private void update() {
        if (model.rows().isEmpty()) {
            return;
        }
        Row target = dice.pick(model.rows());
        Row changes = Row.empty().with(rows.changes(), column -> !isPrimary(column), table);
        if (changes.columns(table).isEmpty()) {
            return;
        }
        Prediction prediction = model.update(row -> row == target, changes);
        Row set = changes.with(target, this::isPrimary, table);
        run("update", prediction, () -> repository.update(set.toRecord(table)))
                .flatMap(stored -> stored)
                .ifPresent(stored -> requireStored(prediction.rows().get(0), stored));
    }

    private boolean isPrimary(RandomColumn column) {
        return table.primary().columns().contains(column);
    }

    private void updateWhere() {
        Claim claim = new RandomFilter(dice, table, model.rows()).forMutation();
        Row changes = rows.changes();
        Prediction prediction = model.update(claim::matches, changes);
        run(
                        "updateWhere " + changes.columns(table) + " "
                                + claim.filter().shape(),
                        prediction,
                        () -> repository.updateWhere(claim.filter(), changes.toRecord(table)))
                .ifPresent(updated -> Answer.require("updated", prediction.updated(), updated));
    }

    private void deleteWhere() {
        Claim claim = new RandomFilter(dice, table, model.rows()).forMutation();
        List<Row> left =
                model.rows().stream().filter(row -> !claim.matches(row)).toList();
        log.accept("deleteWhere " + claim.filter().shape());
        long deleted = repository.deleteWhere(claim.filter());
        Answer.require("deleted", (long) model.rows().size() - left.size(), deleted);
        model.become(left);
    }

    /** The row as it was stored; an identity that the database made is taken over. */
    private void requireStored(Row expected, Record stored) {
        table.columns().stream()
                .filter(column -> column.plan().identity() && expected.get(column) == null)
                .forEach(column -> expected.set(column, stored.get(column.field())));
        Answer.requireRow("the stored row", expected, stored, table.columns());
    }

    /** Carries a write out on the backend and, if it is to succeed, on the model. Empty where it failed as it must. */
    private <T> Optional<T> run(String what, Prediction prediction, Supplier<T> write) {
        if (prediction.unclear()) {
            return Optional.empty();
        }
        log.accept(what);
        T answer;
        try {
            answer = write.get();
        } catch (StorageException failure) {
            requirePredicted(prediction, failure);
            return Optional.empty();
        }
        Answer.require("failures", prediction.failures(), Set.of());
        model.become(prediction.after());
        return Optional.of(answer);
    }

    @CanIgnoreReturnValue
    private static boolean requirePredicted(Prediction prediction, StorageException failure) {
        String state = failure.sqlState().orElse("");
        boolean predicted = prediction.failures().contains(state)
                && SqlStates.toException(ErrorInfo.ofSqlState(state), null).getClass() == failure.getClass();
        if (!predicted) {
            throw new AssertionError("failures allowed: " + prediction.failures() + ", but it failed", failure);
        }
        return true;
    }
}
