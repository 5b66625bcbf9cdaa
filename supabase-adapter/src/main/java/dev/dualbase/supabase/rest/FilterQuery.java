// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.supabase.rest.Condition.Leaf;
import dev.dualbase.supabase.rest.Condition.Logic;
import dev.dualbase.supabase.rest.Condition.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Table;

/**
 * A filter as parameters: each leaf of the outermost AND is one of its own, each tree in it an {@code or}.
 *
 * @param leaves conditions on a column each
 * @param trees the others
 */
record FilterQuery(List<Leaf> leaves, List<Tree> trees) {

    static FilterQuery of(Table<?> table, Filter filter) {
        List<Leaf> leaves = new ArrayList<>();
        List<Tree> trees = new ArrayList<>();
        collect(ConditionTranslator.translate(table, filter), leaves, trees);
        return new FilterQuery(leaves, trees);
    }

    private static void collect(Condition condition, List<Leaf> leaves, List<Tree> trees) {
        if (condition instanceof Leaf leaf) {
            leaves.add(leaf);
        } else if (condition instanceof Tree tree && tree.logic() == Logic.AND) {
            tree.operands().forEach(operand -> collect(operand, leaves, trees));
        } else if (condition instanceof Tree tree) {
            trees.add(tree);
        }
    }

    /**
     * Whether PostgREST before 14.4 answers an update with the wrong rows: it applies trees to the changed rows once more.
     */
    boolean hasTree() {
        return !trees.isEmpty();
    }

    @CanIgnoreReturnValue
    QueryString addTo(QueryString query) {
        leaves.forEach(leaf ->
                query.add(leaf.column(), leaf.operator() + "." + leaf.value().alone()));
        trees.forEach(tree -> query.add(tree.logic().word(), tree.list()));
        return query;
    }

    /** How much room it takes in a URL, in bytes. */
    int length() {
        return addTo(new QueryString()).length();
    }

    /** The size only: values are data. */
    @Override
    public String toString() {
        return "FilterQuery of " + leaves.size() + " leaves and " + trees.size() + " trees";
    }
}
