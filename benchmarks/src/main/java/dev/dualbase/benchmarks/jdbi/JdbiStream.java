// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jdbi;

import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.benchmarks.data.ClientSql;
import dev.dualbase.benchmarks.fields.ClientFields;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A stream in a transaction, 500 rows at a time. */
final class JdbiStream implements ClientStream {

    private static final String ALL = ClientSql.named(ClientSql.ALL, List.of("salon"));
    private static final int FETCH_SIZE = 500;

    private final Jdbi jdbi;

    JdbiStream(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public long sumOfNumbers(long salon) {
        return jdbi.inTransaction(handle -> sum(handle, salon));
    }

    private static long sum(Handle handle, long salon) {
        try (Stream<ClientFields> clients =
                handle
                        .createQuery(ALL)
                        .bind("salon", salon)
                        .setFetchSize(FETCH_SIZE)
                        .mapTo(ClientFields.class)
                        .stream()) {
            return clients.mapToLong(client -> Objects.requireNonNull(client.yclientsId))
                    .sum();
        }
    }
}
