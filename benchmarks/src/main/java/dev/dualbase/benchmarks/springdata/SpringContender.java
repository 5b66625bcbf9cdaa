// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.springdata;

import com.zaxxer.hikari.HikariDataSource;
import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.data.Database;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring Data JDBC: a repository with queries for reads, aggregate operations, which know an upsert, for writes. */
public final class SpringContender implements Contender {

    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Opens it. */
    public SpringContender(Database database) {
        pool = database.pool();
        context.registerBean(DataSource.class, () -> pool);
        context.register(SpringSettings.class);
        context.refresh();
    }

    @Override
    public ClientReads reads() {
        return new SpringReads(context.getBean(SpringClients.class));
    }

    @Override
    public ContextReads context() {
        return new SpringContext(context.getBean(SpringContextReads.class));
    }

    @Override
    public ClientWrites<?> writes() {
        return new SpringWrites(
                context.getBean(SpringClients.class),
                context.getBean(JdbcAggregateOperations.class),
                context.getBean(TransactionTemplate.class));
    }

    @Override
    public BulkUpsert<?> bulk() {
        return new SpringBulk(
                context.getBean(JdbcAggregateOperations.class), context.getBean(TransactionTemplate.class));
    }

    @Override
    public ClientStream stream() {
        return new SpringStream(context.getBean(SpringClients.class), context.getBean(TransactionTemplate.class));
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
