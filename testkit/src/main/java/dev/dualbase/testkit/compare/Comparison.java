// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.compare;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Asks two backends the same and notes where they do not say the same:
 * {@code Comparison.of(left, right).ask("findByPhone", backend -> new ClientRepository(backend).findByPhone(...))}.
 *
 * <p>Rows are compared column by column, lists in order. A side that fails disagrees with everything, also with a side that
 * fails in the same way: an outage of both must not look like a success. Nothing that is noted holds a value of a row.
 *
 * <p>For one thread.
 */
public final class Comparison {
    private final Backend left;
    private final Backend right;
    private final List<Disagreement> disagreements = new ArrayList<>();

    private Comparison(Backend left, Backend right) {
        this.left = left;
        this.right = right;
    }

    /** Two sides that have not been asked anything. */
    public static Comparison of(Backend left, Backend right) {
        return new Comparison(left, right);
    }

    /** Asks the left, then the right. Streams must be read inside of the question. */
    @CanIgnoreReturnValue
    public Comparison ask(String operation, Question question) {
        List<String> differences = differences(Answer.of(left, question), Answer.of(right, question));
        if (!differences.isEmpty()) {
            disagreements.add(new Disagreement(operation, differences));
        }
        return this;
    }

    /** The questions that were not answered alike, in the order of asking. */
    public List<Disagreement> disagreements() {
        return List.copyOf(disagreements);
    }

    /**
     * Passes if all questions so far were answered alike.
     *
     * @throws AssertionError with all disagreements
     */
    public void assertAgreement() {
        if (!disagreements.isEmpty()) {
            throw new AssertionError(left.id() + " and " + right.id() + " do not agree:\n"
                    + disagreements.stream().map(Disagreement::toString).collect(Collectors.joining("\n")));
        }
    }

    private static List<String> differences(Answer left, Answer right) {
        if (left.failure() == null && right.failure() == null) {
            return Differences.between(left.value(), right.value());
        } else if (left.failure() != null && right.failure() != null) {
            return List.of(
                    "both failed, the left with " + left.failureName() + ", the right with " + right.failureName());
        }
        return List.of(
                left.failure() == null
                        ? "only the right failed, with " + right.failureName()
                        : "only the left failed, with " + left.failureName());
    }
}
