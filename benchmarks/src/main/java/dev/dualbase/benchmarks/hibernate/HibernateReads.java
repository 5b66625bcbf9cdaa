// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.hibernate;

import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.data.Salons;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.SharedSessionContract;
import org.jspecify.annotations.Nullable;

final class HibernateReads implements ClientReads {

    private static final String LATEST_FIRST = " order by lastVisitDate desc nulls last, id";
    private static final String BY_PHONE = "from Client where companyId = :salon and phone = :phone" + LATEST_FIRST;
    private static final String PAGE =
            "from Client where companyId = :salon and lastVisitDate <= :lastVisit" + LATEST_FIRST;

    private final SessionFactory sessions;

    HibernateReads(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public @Nullable ClientEntity byPhone(String phone) {
        return sessions.fromSession(session -> byPhone(session, phone));
    }

    static @Nullable ClientEntity byPhone(SharedSessionContract session, String phone) {
        return session.createSelectionQuery(BY_PHONE, ClientEntity.class)
                .setParameter("salon", Salons.MAIN)
                .setParameter("phone", phone)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    @Override
    public List<ClientEntity> page(LocalDate lastVisit) {
        return sessions.fromSession(session -> session.createSelectionQuery(PAGE, ClientEntity.class)
                .setParameter("salon", Salons.MAIN)
                .setParameter("lastVisit", lastVisit)
                .setMaxResults(100)
                .getResultList());
    }
}
