// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.springdata;

import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.data.ClientChange;
import java.util.List;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** One upsert after the other in one transaction: there is none of many aggregates. */
final class SpringBulk implements BulkUpsert<SpringChange> {

    private final JdbcAggregateOperations aggregates;
    private final TransactionTemplate transactions;

    SpringBulk(JdbcAggregateOperations aggregates, TransactionTemplate transactions) {
        this.aggregates = aggregates;
        this.transactions = transactions;
    }

    @Override
    public SpringChange prepare(ClientChange change) {
        return SpringChange.of(change);
    }

    @Override
    public void upsert(List<SpringChange> rows) {
        transactions.executeWithoutResult(status -> rows.forEach(aggregates::upsert));
    }
}
