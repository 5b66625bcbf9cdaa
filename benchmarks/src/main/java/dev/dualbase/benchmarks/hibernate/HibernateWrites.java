// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.hibernate;

import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.data.ClientChange;
import java.util.Objects;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** An upsert returns nothing here, so the row is read after it. */
final class HibernateWrites implements ClientWrites<ClientImport> {

    private static final String BY_KEY = "from Client where companyId = :salon and yclientsId = :number";

    private final SessionFactory sessions;

    HibernateWrites(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public ClientImport prepare(ClientChange change) {
        return ClientImport.of(change);
    }

    @Override
    public ClientEntity upsert(ClientImport row) {
        return sessions.fromStatelessTransaction(session -> {
            session.upsert(row);
            return byKey(session, row);
        });
    }

    private static ClientEntity byKey(StatelessSession session, ClientImport row) {
        return session.createSelectionQuery(BY_KEY, ClientEntity.class)
                .setParameter("salon", row.companyId)
                .setParameter("number", row.yclientsId)
                .getSingleResult();
    }

    @Override
    public ClientEntity twoUpsertsAndRead(ClientImport first, ClientImport second, String phone) {
        return sessions.fromStatelessTransaction(session -> {
            session.upsert(first);
            session.upsert(second);
            return Objects.requireNonNull(HibernateReads.byPhone(session, phone));
        });
    }
}
