// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import static dev.dualbase.testkit.generative.InjectionTable.CANARY;
import static dev.dualbase.testkit.generative.InjectionTable.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Cursor;
import dev.dualbase.core.query.CursoredPage;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jooq.Record;

/** Some hostile texts in every place that takes one, against rows in memory. */
final class InjectionRound {
    static final int TEXTS = 25;

    /** Longer ones are stored and compared, but not sent in each kind of filter. */
    private static final int LONGEST_PROBE = 200;

    private static final int FILTERS_PER_TEXT = 3;
    private static final int PAGE = 4;

    private final Dice dice;
    private final BaseRepository<Record> rows;
    private final BaseRepository<Record> canary;
    private final boolean takesLongFilters;
    private final SortedMap<Long, HostileRow> model = new TreeMap<>();

    InjectionRound(long seed, long number, Backend backend) {
        this.dice = Dice.of(seed, number);
        this.takesLongFilters = backend.capabilities().supports(Capability.LONG_FILTERS);
        this.rows = new BaseRepository<>(backend, TARGET);
        this.canary = new BaseRepository<>(backend, CANARY);
    }

    void run() {
        fill();
        assertStored();
        List<HostileRow> given = List.copyOf(model.values());
        given.forEach(this::probe);
        turnPages();
        change(given);
        assertStored();
        assertThat(canary.findMany(Filters.everyRow()))
                .singleElement()
                .satisfies(row -> assertThat(row.get(CANARY.NAME)).isEqualTo("still here"));
    }

    private void fill() {
        rows.deleteWhere(Filters.everyRow());
        List<Record> bulk = new ArrayList<>();
        for (long id = 1; id <= TEXTS; id++) {
            List<String> tags = dice.list(dice.between(1, 2), () -> HostileText.of(dice));
            HostileRow row = new HostileRow(HostileText.of(dice), tags, HostileText.of(dice), HostileText.of(dice));
            model.put(id, row);
            if (dice.oneIn(3)) {
                assertThat(rows.insert(TARGET.row(id, row)).get(TARGET.NAME)).isEqualTo(row.name());
            } else {
                bulk.add(TARGET.row(id, row));
            }
        }
        assertThat(rows.bulkUpsert(bulk, TARGET.getPrimaryKey()).inserted()).isEqualTo(bulk.size());
    }

    private void assertStored() {
        Map<Long, List<Object>> stored = new TreeMap<>();
        rows.findMany(Filters.everyRow())
                .forEach(row -> stored.put(
                        row.get(TARGET.ID), List.of(row.get(TARGET.NAME), Arrays.asList(row.get(TARGET.TAGS)))));
        Map<Long, List<Object>> expected = new TreeMap<>();
        model.forEach((id, row) -> expected.put(id, List.of(row.name(), row.tags())));
        assertThat(stored).isEqualTo(expected);
    }

    private void probe(HostileRow row) {
        names(row.name());
        if (row.name().length() > LONGEST_PROBE) {
            check(HostileFilter.all(row.name(), "").get(0));
            return;
        }
        List<HostileFilter> filters = new ArrayList<>(HostileFilter.all(row.name(), anyName()));
        if (row.member().length() + row.value().length() <= LONGEST_PROBE) {
            filters.addAll(HostileFilter.all(row.member(), row.value()));
        }
        if (String.join("", row.tags()).length() <= LONGEST_PROBE) {
            filters.addAll(HostileFilter.all(
                    row.tags().get(0), row.tags().get(row.tags().size() - 1)));
        }
        String part = RandomText.partOf(dice, row.name());
        filters.addAll(HostileFilter.all(part, RandomText.partOf(dice, anyName())));
        dice.some(filters, FILTERS_PER_TEXT).forEach(this::check);
    }

    /** In the order of the names, each page by the token of the one before. */
    private void turnPages() {
        Order byName = Order.by(Sort.asc(TARGET.NAME));
        List<Long> turned = new ArrayList<>();
        try {
            CursoredPage<Record> page = rows.findPage(Filters.everyRow(), byName, PAGE);
            page.rows().forEach(row -> turned.add(row.get(TARGET.ID)));
            for (Optional<Cursor> next = page.next(); next.isPresent(); next = page.next()) {
                Cursor told = Cursor.decode(next.get().encode());
                page = rows.findPageAt(Filters.everyRow(), byName, PAGE, told);
                page.rows().forEach(row -> turned.add(row.get(TARGET.ID)));
            }
        } catch (UnsupportedCapabilityException refused) {
            assertThat(takesLongFilters).as("page").isFalse();
            return;
        }
        assertThat(turned).as("pages").isEqualTo(ids(any -> true));
    }

    private String anyName() {
        String any = dice.pick(List.copyOf(model.values())).name();
        return any.length() > LONGEST_PROBE ? "" : any;
    }

    /** Whether it was answered: a backend without long filters may refuse one that takes many bytes. */
    @CanIgnoreReturnValue
    private boolean check(HostileFilter probe) {
        List<Record> found;
        try {
            found = rows.findMany(probe.filter(), Order.by(Sort.asc(TARGET.NAME), Sort.asc(TARGET.ID)));
        } catch (UnsupportedCapabilityException refused) {
            assertThat(takesLongFilters).as(probe.operator()).isFalse();
            return false;
        }
        assertThat(found)
                .as(probe.operator())
                .extracting(row -> row.get(TARGET.ID))
                .isEqualTo(ids(probe.matches()));
        return true;
    }

    private List<Long> ids(Predicate<HostileRow> matches) {
        return model.entrySet().stream()
                .filter(each -> matches.test(each.getValue()))
                .sorted((left, right) -> ColumnKind.byCodePoint(
                        left.getValue().name(), right.getValue().name()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Nothing of the kind is a column, an operator, a direction or a cursor. */
    private static void names(String text) {
        assertThatThrownBy(() -> Filters.parse(TARGET, text + ";", "eq", "1")).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> Filters.parse(TARGET, "name", text + ";", "1")).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> Sort.parse(TARGET, text + ";", "asc")).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> Sort.parse(TARGET, "name", text + ";")).isInstanceOf(StorageException.class);
        String token = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        for (String noCursor : List.of(text + ";", token)) {
            assertThatThrownBy(() -> Cursor.decode(noCursor))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("the text is not a cursor of this library");
        }
    }

    private void change(List<HostileRow> given) {
        for (HostileRow row : given) {
            if (row.name().length() > LONGEST_PROBE) {
                continue;
            }
            HostileFilter probe =
                    dice.pick(HostileFilter.all(row.name(), row.value().length() > LONGEST_PROBE ? "" : row.value()));
            if (!check(probe)) {
                continue;
            }
            List<Long> ids = ids(probe.matches());
            if (dice.oneIn(3) && ids.size() < model.size() / 2) {
                assertThat(rows.deleteWhere(probe.filter()))
                        .as("delete where " + probe.operator())
                        .isEqualTo(ids.size());
                model.keySet().removeAll(ids);
            } else {
                String renamed = HostileText.of(dice);
                Record changes = TARGET.newRecord().with(TARGET.NAME, renamed);
                assertThat(rows.updateWhere(probe.filter(), changes))
                        .as("update where " + probe.operator())
                        .isEqualTo(ids.size());
                ids.forEach(id -> model.computeIfPresent(id, (key, old) -> old.renamed(renamed)));
            }
        }
    }
}
