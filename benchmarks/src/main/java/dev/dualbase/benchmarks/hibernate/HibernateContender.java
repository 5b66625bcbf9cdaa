// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.hibernate;

import com.zaxxer.hikari.HikariDataSource;
import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.data.Database;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.Configuration;

/** Hibernate with entities: sessions for reads, stateless sessions, which know an upsert, for writes. */
public final class HibernateContender implements Contender {

    private final HikariDataSource pool;
    private final SessionFactory sessions;

    /** Opens it. */
    public HibernateContender(Database database) {
        pool = database.pool();
        Configuration configuration = new Configuration()
                .addAnnotatedClass(ClientEntity.class)
                .addAnnotatedClass(ClientImport.class)
                .addAnnotatedClass(CompanyEntity.class)
                .addAnnotatedClass(DialogEntity.class)
                .addAnnotatedClass(ServiceEntity.class)
                .addAnnotatedClass(StaffMemberEntity.class)
                .addAnnotatedClass(ScheduleDayEntity.class)
                .addAnnotatedClass(AppointmentEntity.class)
                .setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl())
                .setProperty("hibernate.jdbc.batch_size", 50);
        configuration.getProperties().put("hibernate.connection.datasource", pool);
        sessions = configuration.buildSessionFactory();
    }

    @Override
    public ClientReads reads() {
        return new HibernateReads(sessions);
    }

    @Override
    public ContextReads context() {
        return new HibernateContext(sessions);
    }

    @Override
    public ClientWrites<?> writes() {
        return new HibernateWrites(sessions);
    }

    @Override
    public BulkUpsert<?> bulk() {
        return new HibernateBulk(sessions);
    }

    @Override
    public ClientStream stream() {
        return new HibernateStream(sessions);
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}
