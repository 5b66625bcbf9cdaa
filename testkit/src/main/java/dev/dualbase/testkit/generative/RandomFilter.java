// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.core.filter.Filters;
import java.util.ArrayList;
import java.util.List;

/** Random trees of filters over the columns of a table, without {@link Filters#sql}, which is for JDBC only. */
final class RandomFilter {
    private static final int DEPTH = 4;

    private final Dice dice;
    private final RandomTable table;
    private final RandomLeaf leaves;

    RandomFilter(Dice dice, RandomTable table, List<Row> rows) {
        this.dice = dice;
        this.table = table;
        this.leaves = new RandomLeaf(dice, rows);
    }

    Claim any() {
        return dice.oneIn(6) ? Claim.constant(Filters.everyRow(), Truth.TRUE) : tree(dice.below(DEPTH + 1));
    }

    /** One that no mutation refuses for being true of every row whatever it holds. */
    Claim forMutation() {
        if (dice.oneIn(12)) {
            return Claim.constant(Filters.everyRow(), Truth.TRUE);
        }
        RandomColumn required = table.primary().columns().get(0);
        return Claim.and(List.of(tree(dice.below(DEPTH)), Claim.isNull(required).negated()));
    }

    private Claim tree(int depth) {
        if (depth == 0 || dice.oneIn(4)) {
            return leaf();
        }
        return switch (dice.below(5)) {
            case 0 -> tree(depth - 1).negated();
            case 1, 2 -> Claim.and(branches(depth - 1));
            default -> Claim.or(branches(depth - 1));
        };
    }

    private List<Claim> branches(int depth) {
        int count = dice.oneIn(12) ? 0 : dice.between(1, 3);
        return new ArrayList<>(dice.list(count, () -> tree(depth)));
    }

    private Claim leaf() {
        return switch (dice.below(30)) {
            case 0 -> Claim.constant(Filters.everyRow(), Truth.TRUE);
            case 1 -> Claim.constant(Filters.noRow(), Truth.FALSE);
            case 2, 3, 4, 5 -> leaves.on(dice.pick(table.columns(Trait.TEXT)));
            default -> leaves.on(dice.pick(table.columns()));
        };
    }
}
