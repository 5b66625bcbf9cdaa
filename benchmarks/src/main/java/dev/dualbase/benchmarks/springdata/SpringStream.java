// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.springdata;

import dev.dualbase.benchmarks.contender.ClientStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

final class SpringStream implements ClientStream {

    private final SpringClients clients;
    private final TransactionTemplate transactions;

    SpringStream(SpringClients clients, TransactionTemplate transactions) {
        this.clients = clients;
        this.transactions = transactions;
    }

    @Override
    public long sumOfNumbers(long salon) {
        Long sum = transactions.execute(status -> {
            try (Stream<SpringClient> all = clients.all(salon)) {
                return all.mapToLong(SpringClient::yclientsId).sum();
            }
        });
        return Objects.requireNonNull(sum);
    }
}
