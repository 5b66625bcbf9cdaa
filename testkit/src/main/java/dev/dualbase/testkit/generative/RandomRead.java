// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Cursor;
import dev.dualbase.core.query.CursoredPage;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.repository.BaseRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;

/** Random reads, whose answers must be those of the model on each backend. */
final class RandomRead {
    private static final int MOST_PAGES = 4;

    private final Dice dice;
    private final RandomTable table;
    private final Model model;
    private final List<Backend> backends;
    private final Consumer<String> log;

    RandomRead(Dice dice, RandomTable table, Model model, List<Backend> backends, Consumer<String> log) {
        this.dice = dice;
        this.table = table;
        this.model = model;
        this.backends = backends;
        this.log = log;
    }

    void all() {
        everyRow();
        some();
        limited();
        if (dice.oneIn(2)) {
            streamed();
        } else {
            pages();
        }
    }

    /** What the write left behind. */
    private void everyRow() {
        Claim all = Claim.constant(Filters.everyRow(), Truth.TRUE);
        RandomOrder order = RandomOrder.of(dice, table, Trait.ORDERED);
        each(
                "all rows",
                rows -> Answer.requireRows(
                        model.rows(all, order.rows()), rows.findMany(all.filter(), order.order()), table.columns()));
    }

    private void some() {
        Claim claim = claim();
        RandomOrder order = RandomOrder.of(dice, table, Trait.ORDERED);
        List<Row> expected = model.rows(claim, order.rows());
        each("findMany and count " + claim.filter().shape(), rows -> {
            Answer.requireRows(expected, rows.findMany(claim.filter(), order.order()), table.columns());
            Answer.require("count", (long) expected.size(), rows.count(claim.filter()));
        });
    }

    private void limited() {
        Claim claim = claim();
        RandomOrder order = RandomOrder.of(dice, table, Trait.ORDERED);
        Limit limit = Limit.of(dice.below(10), dice.oneIn(2) ? 0 : dice.below(6));
        List<RandomColumn> columns = dice.some(table.columns(), table.columns().size());
        Field<?>[] fields = columns.stream().map(RandomColumn::field).toArray(Field<?>[]::new);
        List<Row> expected = model.rows(claim, order.rows()).stream()
                .skip(limit.offset())
                .limit(limit.rows())
                .toList();
        each(
                "findMany of " + columns + " within " + limit + " "
                        + claim.filter().shape(),
                rows -> Answer.requireRows(
                        expected, rows.selecting(fields).findMany(claim.filter(), order.order(), limit), columns));
    }

    private void streamed() {
        Claim claim = claim();
        RandomOrder order = RandomOrder.of(dice, table, Trait.ORDERED);
        List<Row> expected = model.rows(claim, order.rows());
        each(
                "withStream " + claim.filter().shape(),
                rows -> Answer.requireRows(
                        expected, rows.withStream(claim.filter(), order.order(), Stream::toList), table.columns()));
    }

    /** All pages forward, and one back from the last. */
    private void pages() {
        Claim claim = claim();
        RandomOrder order = RandomOrder.of(dice, table, Trait.PAGED);
        List<Row> expected = model.rows(claim, order.rows());
        int size = Math.max(dice.between(1, 9), expected.size() / MOST_PAGES);
        each(
                "findPage of " + size + " by " + order.order() + " "
                        + claim.filter().shape(),
                rows -> {
                    List<Record> read = new ArrayList<>();
                    CursoredPage<Record> page = rows.findPage(claim.filter(), order.order(), size);
                    read.addAll(page.rows());
                    while (page.next().isPresent() && read.size() <= expected.size()) {
                        page = rows.findPageAt(claim.filter(), order.order(), size, sent(page.next()));
                        read.addAll(page.rows());
                    }
                    Answer.requireRows(expected, read, table.columns());
                    int last = expected.size() - page.rows().size();
                    if (page.previous().isPresent()) {
                        page = rows.findPageAt(claim.filter(), order.order(), size, sent(page.previous()));
                        Answer.requireRows(expected.subList(last - size, last), page.rows(), table.columns());
                    }
                });
    }

    /** The cursor as it comes back from a client. */
    private static Cursor sent(Optional<Cursor> cursor) {
        return Cursor.decode(cursor.orElseThrow().encode());
    }

    private Claim claim() {
        return new RandomFilter(dice, table, model.rows()).any();
    }

    private void each(String what, Consumer<BaseRepository<Record>> question) {
        for (Backend backend : backends) {
            log.accept(what + "\non " + backend.id());
            question.accept(new BaseRepository<>(backend, table));
        }
    }
}
