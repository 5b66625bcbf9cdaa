// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.mybatis;

import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.benchmarks.fields.ClientFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/** A cursor, 500 rows at a time. */
final class MybatisStream implements ClientStream {

    private final SqlSessionFactory sessions;

    MybatisStream(SqlSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public long sumOfNumbers(long salon) {
        try (SqlSession session = sessions.openSession();
                Cursor<ClientFields> clients =
                        session.getMapper(ClientMapper.class).all(salon)) {
            long sum = 0;
            for (ClientFields client : clients) {
                sum += Objects.requireNonNull(client.yclientsId);
            }
            return sum;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
