// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.mybatis;

import com.zaxxer.hikari.HikariDataSource;
import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.data.Database;
import java.util.UUID;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.apache.ibatis.type.ArrayTypeHandler;
import org.apache.ibatis.type.ObjectTypeHandler;

/** MyBatis with an annotated mapper and automatic mapping onto fields. */
public final class MybatisContender implements Contender {

    private final HikariDataSource pool;
    private final SqlSessionFactory sessions;

    /** Opens it. */
    public MybatisContender(Database database) {
        pool = database.pool();
        Configuration configuration =
                new Configuration(new Environment("benchmarks", new JdbcTransactionFactory(), pool));
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.getTypeHandlerRegistry().register(String[].class, ArrayTypeHandler.class);
        configuration.getTypeHandlerRegistry().register(Long[].class, ArrayTypeHandler.class);
        configuration.getTypeHandlerRegistry().register(UUID.class, ObjectTypeHandler.class);
        configuration.addMapper(ClientMapper.class);
        configuration.addMapper(ContextMapper.class);
        sessions = new SqlSessionFactoryBuilder().build(configuration);
    }

    @Override
    public ClientReads reads() {
        return new MybatisReads(sessions);
    }

    @Override
    public ContextReads context() {
        return new MybatisContext(sessions);
    }

    @Override
    public ClientWrites<?> writes() {
        return new MybatisWrites(sessions);
    }

    @Override
    public BulkUpsert<?> bulk() {
        return new MybatisBulk(sessions);
    }

    @Override
    public ClientStream stream() {
        return new MybatisStream(sessions);
    }

    @Override
    public void close() {
        pool.close();
    }
}
