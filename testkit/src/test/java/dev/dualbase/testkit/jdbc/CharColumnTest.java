// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.util.List;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.Test;

class CharColumnTest {
    private static final Codes CODES = new Codes();

    @Test
    void a_list_of_values_is_not_cut_to_one_character_each() {
        SchemaSource schema = SchemaSource.script("codes", "create table codes (code char(4) primary key)");
        try (TestDatabase database = PostgresServers.shared(ServerKind.EMBEDDED).createDatabase(schema);
                JdbcBackend backend = JdbcBackend.builder("codes")
                        .url(database.jdbcUrl())
                        .credentials(database.user(), database.password())
                        .build()) {
            BaseRepository<Record> codes = new BaseRepository<>(backend, CODES);
            List.of("a", "ab", "abcd").forEach(code -> codes.insert(CODES.row(code)));

            assertThat(codes.findMany(Filters.in(CODES.code, List.of("ab", "abcd  "))))
                    .extracting(row -> row.get(CODES.code))
                    .containsExactly("ab  ", "abcd");
            List<String> many = List.of("ab", "abcd  ", "c", "d", "e", "f", "g", "h", "i", "j");
            assertThat(codes.findMany(Filters.in(CODES.code, many)))
                    .extracting(row -> row.get(CODES.code))
                    .containsExactly("ab  ", "abcd");
        }
    }

    private static final class Codes extends TableImpl<Record> {
        private static final long serialVersionUID = 1L;

        final TableField<Record, String> code =
                createField(DSL.name("code"), SQLDataType.CHAR(4).nullable(false), this);

        Codes() {
            super(DSL.name("codes"));
        }

        Record row(String value) {
            Record row = newRecord();
            row.set(code, value);
            return row;
        }

        @Override
        public UniqueKey<Record> getPrimaryKey() {
            return Internal.createUniqueKey(this, DSL.name("codes_pkey"), code);
        }
    }
}
