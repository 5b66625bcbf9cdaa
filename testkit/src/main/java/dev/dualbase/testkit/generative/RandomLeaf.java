// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.core.filter.Filters;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;

/** Random conditions on one column. Their values come from rows as often as from nowhere. */
final class RandomLeaf {
    /** More than the few that JDBC sends as parameters each. */
    private static final int MOST_VALUES = 12;

    private final Dice dice;
    private final List<Row> rows;

    RandomLeaf(Dice dice, List<Row> rows) {
        this.dice = dice;
        this.rows = rows;
    }

    Claim on(RandomColumn column) {
        if (!column.has(Trait.EQUAL) || dice.oneIn(8)) {
            return dice.oneIn(2) ? Claim.isNull(column) : Claim.isNull(column).negated();
        } else if (column.has(Trait.TEXT) && dice.oneIn(2)) {
            return new TextLeaf(dice).on(column, (String) value(column));
        } else if (column.has(Trait.ARRAY) && dice.oneIn(2)) {
            return new ArrayLeaf(dice)
                    .on(column, value(column), column.kind().probes().apply(dice));
        } else if (column.has(Trait.JSONB) && dice.oneIn(2)) {
            return new JsonLeaf(dice).on(column, (JsonTree) value(column));
        }
        return column.has(Trait.ORDERED) && dice.oneIn(2) ? ordered(column) : equal(column);
    }

    /** A value of a row in one of two cases, else any. */
    private Object value(RandomColumn column) {
        List<Object> present = dice.oneIn(2)
                ? List.of()
                : rows.stream()
                        .map(row -> row.get(column))
                        .filter(Objects::nonNull)
                        .map(Object.class::cast)
                        .toList();
        return present.isEmpty() ? column.kind().probes().apply(dice) : dice.pick(present);
    }

    private static Object java(Object value) {
        return Objects.requireNonNull(ColumnKind.java(value));
    }

    private Claim equal(RandomColumn column) {
        Field<Object> field = column.as();
        Object value = value(column);
        Claim eq = Claim.comparing(column, Filters.eq(field, java(value)), value, order -> order == 0);
        return switch (dice.below(8)) {
            case 0, 1 -> eq;
            case 2, 3 -> Claim.comparing(column, Filters.ne(field, java(value)), value, order -> order != 0);
            case 4 ->
                new Claim(
                        Filters.isDistinctFrom(field, java(value)),
                        row -> Truth.of(row.get(column) == null || eq.of(row) == Truth.FALSE));
            case 5 -> new Claim(Filters.isDistinctFrom(field, null), row -> Truth.of(row.get(column) != null));
            default -> in(column);
        };
    }

    private Claim in(RandomColumn column) {
        Field<Object> field = column.as();
        List<Object> values = dice.list(dice.below(MOST_VALUES + 1), () -> value(column));
        List<Object> given = values.stream().map(RandomLeaf::java).toList();
        List<Claim> each = values.stream()
                .map(value -> Claim.comparing(column, Filters.noRow(), value, order -> order == 0))
                .toList();
        Claim in = new Claim(Filters.in(field, given), Claim.or(each).truth());
        return dice.oneIn(2)
                ? in
                : new Claim(Filters.notIn(field, given), in.negated().truth());
    }

    private Claim ordered(RandomColumn column) {
        Field<Object> field = column.as();
        Object value = value(column);
        return switch (dice.below(6)) {
            case 0 -> Claim.comparing(column, Filters.lt(field, value), value, order -> order < 0);
            case 1 -> Claim.comparing(column, Filters.lte(field, value), value, order -> order <= 0);
            case 2 -> Claim.comparing(column, Filters.gt(field, value), value, order -> order > 0);
            case 3 -> Claim.comparing(column, Filters.gte(field, value), value, order -> order >= 0);
            default -> between(column, value, value(column));
        };
    }

    private static Claim between(RandomColumn column, Object low, Object high) {
        Claim notLess = Claim.comparing(column, Filters.noRow(), low, order -> order >= 0);
        Claim notGreater = Claim.comparing(column, Filters.noRow(), high, order -> order <= 0);
        return new Claim(
                Filters.between(column.as(), low, high),
                Claim.and(List.of(notLess, notGreater)).truth());
    }
}
