// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** SQL beside the repositories, to prepare and to look. */
record PlainSql(DataSource source) {

    void execute(String statements) throws SQLException {
        ask(sql -> sql.execute(statements));
    }

    /** The only value of the answer, as text. */
    String value(String query) throws SQLException {
        return ask(sql -> String.valueOf(sql.fetchValue(query)));
    }

    <T> T ask(Function<DSLContext, T> function) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return function.apply(DSL.using(connection, SQLDialect.POSTGRES));
        }
    }
}
