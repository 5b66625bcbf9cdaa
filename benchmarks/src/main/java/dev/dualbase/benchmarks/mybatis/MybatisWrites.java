// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.mybatis;

import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.benchmarks.fields.ClientFields;
import java.util.Objects;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

final class MybatisWrites implements ClientWrites<ClientChange> {

    private final SqlSessionFactory sessions;

    MybatisWrites(SqlSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public ClientChange prepare(ClientChange change) {
        return change;
    }

    @Override
    public ClientFields upsert(ClientChange row) {
        try (SqlSession session = sessions.openSession(true)) {
            return session.getMapper(ClientMapper.class).upsertReturning(row);
        }
    }

    @Override
    public ClientFields twoUpsertsAndRead(ClientChange first, ClientChange second, String phone) {
        try (SqlSession session = sessions.openSession()) {
            ClientMapper clients = session.getMapper(ClientMapper.class);
            clients.upsertReturning(first);
            clients.upsertReturning(second);
            ClientFields read = Objects.requireNonNull(clients.byPhone(Salons.MAIN, phone));
            session.commit();
            return read;
        }
    }
}
