// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jooq.tools.jdbc.DefaultConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * A connection that somebody closes right before the commit, or right after it: moments that no call from outside can meet. The
 * test lies in the package of what it looks at, and here because it needs a server.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommitTest {

    private static final TestDatabase DATABASE = PostgresServers.shared()
            .createDatabase(SchemaSource.script("written", "create table written (number bigint)"));

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private static final class ClosedAtCommit extends DefaultConnection {

        private final boolean before;

        ClosedAtCommit(boolean before) throws SQLException {
            super(DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password()));
            this.before = before;
        }

        @Override
        public void commit() throws SQLException {
            if (before) {
                close();
            }
            super.commit();
            close();
        }
    }

    private static TransactionScope written(Connection connection, int number) throws SQLException {
        TransactionScope scope = TransactionScope.begin(
                connection, TransactionOptions.defaults(), new StatementTimeout(Duration.ofSeconds(1), true));
        try (var insert = connection.createStatement()) {
            insert.execute("insert into written values (" + number + ")");
        }
        return scope;
    }

    private static long rows(int number) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password());
                var count = connection.createStatement();
                var answer = count.executeQuery("select count(*) from written where number = " + number)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    @Test
    void what_fails_after_the_commit_is_no_failure_of_the_transaction() throws SQLException {
        TransactionScope scope = written(new ClosedAtCommit(false), 1);
        scope.commit();
        assertThat(scope.broken()).isTrue();
        assertThat(rows(1)).isOne();
    }

    @Test
    void what_fails_before_it_is() throws SQLException {
        TransactionScope scope = written(new ClosedAtCommit(true), 2);
        assertThatThrownBy(scope::commit).isInstanceOf(SQLException.class);
        assertThat(rows(2)).isZero();
    }
}
