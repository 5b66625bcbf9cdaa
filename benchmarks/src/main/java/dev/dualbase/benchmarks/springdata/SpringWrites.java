// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.springdata;

import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.benchmarks.springdata.SpringChange.ClientKey;
import java.util.Objects;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** An upsert returns no columns that the database fills in, so the row is read after it. */
final class SpringWrites implements ClientWrites<SpringChange> {

    private final SpringClients clients;
    private final JdbcAggregateOperations aggregates;
    private final TransactionTemplate transactions;

    SpringWrites(SpringClients clients, JdbcAggregateOperations aggregates, TransactionTemplate transactions) {
        this.clients = clients;
        this.aggregates = aggregates;
        this.transactions = transactions;
    }

    @Override
    public SpringChange prepare(ClientChange change) {
        return SpringChange.of(change);
    }

    @Override
    public SpringClient upsert(SpringChange row) {
        SpringClient stored = transactions.execute(status -> {
            aggregates.upsert(row);
            ClientKey key = Objects.requireNonNull(row.key());
            return clients.byNumber(key.companyId(), key.yclientsId());
        });
        return Objects.requireNonNull(stored);
    }

    @Override
    public SpringClient twoUpsertsAndRead(SpringChange first, SpringChange second, String phone) {
        SpringClient read = transactions.execute(status -> {
            aggregates.upsert(first);
            aggregates.upsert(second);
            return Objects.requireNonNull(clients.byPhone(Salons.MAIN, phone));
        });
        return Objects.requireNonNull(read);
    }
}
