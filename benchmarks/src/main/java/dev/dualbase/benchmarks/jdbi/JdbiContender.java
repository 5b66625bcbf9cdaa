// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.context.Company;
import dev.dualbase.benchmarks.context.Dialog;
import dev.dualbase.benchmarks.context.Named;
import dev.dualbase.benchmarks.context.ScheduleDay;
import dev.dualbase.benchmarks.context.Service;
import dev.dualbase.benchmarks.context.StaffMember;
import dev.dualbase.benchmarks.data.Client;
import dev.dualbase.benchmarks.data.Database;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Jdbi with its plugin for PostgreSQL and a mapper onto a record. */
public final class JdbiContender implements Contender {

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    /** Opens it. */
    public JdbiContender(Database database) {
        pool = database.pool();
        jdbi = Jdbi.create(pool)
                .installPlugin(new PostgresPlugin())
                .registerRowMapper(ConstructorMapper.factory(Client.class))
                .registerRowMapper(ConstructorMapper.factory(Company.class))
                .registerRowMapper(ConstructorMapper.factory(Dialog.class))
                .registerRowMapper(ConstructorMapper.factory(Named.class))
                .registerRowMapper(ConstructorMapper.factory(Service.class))
                .registerRowMapper(ConstructorMapper.factory(StaffMember.class))
                .registerRowMapper(ConstructorMapper.factory(ScheduleDay.class));
    }

    @Override
    public ClientReads reads() {
        return new JdbiReads(jdbi);
    }

    @Override
    public ContextReads context() {
        return new JdbiContext(jdbi);
    }

    @Override
    public ClientWrites<?> writes() {
        return new JdbiWrites(jdbi);
    }

    @Override
    public BulkUpsert<?> bulk() {
        return new JdbiBulk(jdbi);
    }

    @Override
    public ClientStream stream() {
        return new JdbiStream(jdbi);
    }

    @Override
    public void close() {
        pool.close();
    }
}
