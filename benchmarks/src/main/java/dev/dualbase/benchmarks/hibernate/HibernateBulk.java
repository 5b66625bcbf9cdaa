// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.hibernate;

import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.data.ClientChange;
import java.util.List;
import org.hibernate.SessionFactory;

/** Upserts of a stateless session, in batches. */
final class HibernateBulk implements BulkUpsert<ClientImport> {

    private static final int ROWS = 1_000;

    private final SessionFactory sessions;

    HibernateBulk(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public ClientImport prepare(ClientChange change) {
        return ClientImport.of(change);
    }

    @Override
    public void upsert(List<ClientImport> rows) {
        sessions.inStatelessTransaction(session -> {
            session.setJdbcBatchSize(ROWS);
            session.upsertMultiple(rows);
        });
    }
}
