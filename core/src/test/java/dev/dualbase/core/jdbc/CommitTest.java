// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jooq.tools.jdbc.MockConnection;
import org.jooq.tools.jdbc.MockResult;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A connection that somebody closes at a moment that no test can meet on a server: right before, or right after the commit. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommitTest {

    private static final class Closing extends DefaultConnection {

        private final boolean beforeCommit;

        Closing(boolean beforeCommit) {
            super(new MockConnection(context -> new MockResult[0]));
            this.beforeCommit = beforeCommit;
        }

        @Override
        public void commit() throws SQLException {
            if (beforeCommit) {
                throw new SQLException("closed", "08003");
            }
        }

        @Override
        public void setAutoCommit(boolean autoCommit) throws SQLException {
            if (autoCommit) {
                throw new SQLException("closed", "08003");
            }
        }
    }

    private static TransactionScope begun(Connection connection) throws SQLException {
        return TransactionScope.begin(
                connection, TransactionOptions.defaults(), new StatementTimeout(Duration.ofSeconds(1), true));
    }

    @Test
    void what_fails_after_the_commit_is_no_failure_of_the_transaction() throws SQLException {
        TransactionScope scope = begun(new Closing(false));
        scope.commit();
        assertThat(scope.broken()).isTrue();
    }

    @Test
    void what_fails_before_it_is() throws SQLException {
        TransactionScope scope = begun(new Closing(true));
        assertThatThrownBy(scope::commit).isInstanceOf(SQLException.class);
    }
}
