// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.hibernate;

import dev.dualbase.benchmarks.contender.ClientStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** A stream of a stateless session, 500 rows at a time. */
final class HibernateStream implements ClientStream {

    private static final String ALL = "from Client where companyId = :salon order by id";
    private static final int FETCH_SIZE = 500;

    private final SessionFactory sessions;

    HibernateStream(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public long sumOfNumbers(long salon) {
        return sessions.fromStatelessTransaction(session -> sum(session, salon));
    }

    private static long sum(StatelessSession session, long salon) {
        try (Stream<ClientEntity> clients = session.createSelectionQuery(ALL, ClientEntity.class)
                .setParameter("salon", salon)
                .setFetchSize(FETCH_SIZE)
                .getResultStream()) {
            return clients.mapToLong(client -> Objects.requireNonNull(client.yclientsId))
                    .sum();
        }
    }
}
