// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.hibernate;

import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.context.MessageContext;
import dev.dualbase.benchmarks.context.Named;
import dev.dualbase.benchmarks.data.Salons;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Ten queries in one session. */
final class HibernateContext implements ContextReads {

    private static final String OF_SALON = " where companyId = :salon ";
    private static final String ACTIVE = OF_SALON + "and isActive is distinct from false ";
    private static final String CLIENT =
            "from Client" + OF_SALON + "and rawPhone in (:raw, :stored) order by lastVisitDate desc nulls last, id";
    private static final String NAMED = "and yclientsId in :numbers";
    private static final String BY_NAME = "order by name, id";
    private static final String SCHEDULE = "from ScheduleDay" + OF_SALON
            + "and yclientsStaffId in :staff and date between :first and :last order by date, id";

    private final SessionFactory sessions;

    HibernateContext(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public MessageContext load(String phone) {
        return sessions.fromSession(session -> load(session, phone));
    }

    private static MessageContext load(Session session, String phone) {
        session.setDefaultReadOnly(true);
        ClientEntity client = query(session, CLIENT, ClientEntity.class)
                .setParameter("raw", "+" + phone)
                .setParameter("stored", phone)
                .setMaxResults(1)
                .getSingleResult();
        return new MessageContext(
                query(session, "from Company" + OF_SALON, CompanyEntity.class).getSingleResult(),
                client,
                query(session, "from Dialog" + OF_SALON + "and userId = :user", DialogEntity.class)
                        .setParameter("user", phone)
                        .getSingleResult(),
                names(session, "select yclientsId, name from StaffMember" + OF_SALON + NAMED, client.favoriteStaffIds),
                names(session, "select yclientsId, title from Service" + OF_SALON + NAMED, client.lastServiceIds),
                query(session, "from Service" + ACTIVE + "order by weight desc nulls last, title", ServiceEntity.class)
                        .getResultList(),
                query(session, "from StaffMember" + ACTIVE + BY_NAME, StaffMemberEntity.class)
                        .getResultList(),
                schedule(session),
                appointments(session, client));
    }

    private static <T> SelectionQuery<T> query(Session session, String hql, Class<T> type) {
        return session.createSelectionQuery(hql, type).setParameter("salon", Salons.MAIN);
    }

    private static Map<Long, String> names(Session session, String hql, Long @Nullable [] numbers) {
        return query(session, hql, Named.class)
                .setParameterList("numbers", Objects.requireNonNull(numbers))
                .getResultStream()
                .collect(Collectors.toMap(Named::yclientsId, Named::name));
    }

    private static List<ScheduleDayEntity> schedule(Session session) {
        List<Long> staff = query(session, "select yclientsId from StaffMember" + ACTIVE + BY_NAME, Long.class)
                .getResultList();
        return query(session, SCHEDULE, ScheduleDayEntity.class)
                .setParameterList("staff", staff)
                .setParameter("first", MessageContext.FIRST_DAY)
                .setParameter("last", MessageContext.LAST_DAY)
                .getResultList();
    }

    private static long appointments(Session session, ClientEntity client) {
        return query(session, "select count(*) from Appointment" + OF_SALON + "and clientId = :client", Long.class)
                .setParameter("client", client.yclientsId)
                .getSingleResult();
    }
}
