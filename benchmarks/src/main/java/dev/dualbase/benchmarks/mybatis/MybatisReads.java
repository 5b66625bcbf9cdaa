// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.mybatis;

import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.benchmarks.fields.ClientFields;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;

/** Sessions that commit by themselves: a read alone needs no transaction. */
final class MybatisReads implements ClientReads {

    private final SqlSessionFactory sessions;

    MybatisReads(SqlSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public @Nullable ClientFields byPhone(String phone) {
        try (SqlSession session = sessions.openSession(true)) {
            return session.getMapper(ClientMapper.class).byPhone(Salons.MAIN, phone);
        }
    }

    @Override
    public List<ClientFields> page(LocalDate lastVisit) {
        try (SqlSession session = sessions.openSession(true)) {
            return session.getMapper(ClientMapper.class).page(Salons.MAIN, lastVisit);
        }
    }
}
