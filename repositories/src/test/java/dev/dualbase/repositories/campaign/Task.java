// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.campaign;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.repositories.SalonCalls;
import dev.dualbase.repositories.id.CompanyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a caller does once in a salon: a call of a repository, or several in one transaction.
 *
 * @param calls their names
 * @param transaction the isolation of the transaction around them, none for a call of its own
 * @param undone whether the transaction ends with an exception of the caller's own
 * @param filled whether the salon has rows
 */
record Task(List<String> calls, Optional<Isolation> transaction, boolean undone, boolean filled) {

    static Task alone(String call, boolean filled) {
        return new Task(List.of(call), Optional.empty(), false, filled);
    }

    /** Does it, and returns the answers as text. */
    String run(Backend backend, CompanyId salon) {
        Map<String, Supplier<Object>> all = SalonCalls.of(backend, salon);
        if (transaction.isEmpty()) {
            return answers(all);
        }
        TransactionOptions options = TransactionOptions.defaults().withIsolation(transaction.get());
        try {
            return backend.inTransaction(options, () -> beforeCommit(all));
        } catch (Undone own) {
            return "undone";
        }
    }

    private String beforeCommit(Map<String, Supplier<Object>> all) throws Undone {
        try {
            String answers = answers(all);
            if (undone) {
                throw new Undone();
            }
            return answers;
        } catch (OutcomeUnknownException early) {
            throw new AssertionError("before the commit the outcome is known: " + this, early);
        }
    }

    private String answers(Map<String, Supplier<Object>> all) {
        return calls.stream().map(call -> all.get(call).get()).toList().toString();
    }

    /** Whether the answer tells of other salons too. */
    boolean crossesSalons() {
        return calls.stream().anyMatch(call -> call.endsWith("AcrossCompanies"));
    }

    @Override
    public String toString() {
        return String.join(", ", calls)
                + transaction.map(level -> " in a transaction, " + level).orElse("")
                + (undone ? ", undone" : "")
                + (filled ? ", with rows" : ", without rows");
    }

    /** What a caller throws. */
    private static final class Undone extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
