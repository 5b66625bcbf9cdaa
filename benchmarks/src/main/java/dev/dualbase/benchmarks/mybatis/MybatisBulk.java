// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.mybatis;

import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.data.ClientChange;
import java.util.List;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/** A batch session, sent every 1,000 rows. */
final class MybatisBulk implements BulkUpsert<ClientChange> {

    private static final int ROWS = 1_000;

    private final SqlSessionFactory sessions;

    MybatisBulk(SqlSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public ClientChange prepare(ClientChange change) {
        return change;
    }

    @Override
    public void upsert(List<ClientChange> rows) {
        try (SqlSession session = sessions.openSession(ExecutorType.BATCH)) {
            ClientMapper clients = session.getMapper(ClientMapper.class);
            int pending = 0;
            for (ClientChange row : rows) {
                clients.upsert(row);
                pending++;
                if (pending % ROWS == 0) {
                    session.flushStatements();
                }
            }
            session.commit();
        }
    }
}
