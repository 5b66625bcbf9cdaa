// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.context.Named;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.fields.ClientFields;
import dev.dualbase.benchmarks.fields.CompanyFields;
import dev.dualbase.benchmarks.fields.DialogFields;
import dev.dualbase.benchmarks.fields.ScheduleDayFields;
import dev.dualbase.benchmarks.fields.ServiceFields;
import dev.dualbase.benchmarks.fields.StaffMemberFields;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.mapper.reflect.FieldMapper;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Jdbi with its plugin for PostgreSQL and its mapper onto fields, which costs least of its mappers. */
public final class JdbiContender implements Contender {

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    /** Opens it. */
    public JdbiContender(Database database) {
        pool = database.pool();
        jdbi = Jdbi.create(pool)
                .installPlugin(new PostgresPlugin())
                .registerRowMapper(FieldMapper.factory(ClientFields.class))
                .registerRowMapper(FieldMapper.factory(CompanyFields.class))
                .registerRowMapper(FieldMapper.factory(DialogFields.class))
                .registerRowMapper(ConstructorMapper.factory(Named.class))
                .registerRowMapper(FieldMapper.factory(ServiceFields.class))
                .registerRowMapper(FieldMapper.factory(StaffMemberFields.class))
                .registerRowMapper(FieldMapper.factory(ScheduleDayFields.class));
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
