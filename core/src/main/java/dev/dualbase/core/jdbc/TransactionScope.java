// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** The transaction of one thread: its connection, its deadline, and whether the connection can still be trusted. */
final class TransactionScope {

    private final Connection connection;
    private final Optional<Long> deadlineNanos;
    private final long statementMillis;
    private final boolean readOnly;
    private @Nullable StorageException lastFailure;
    private boolean broken;
    private @Nullable String tenant;

    private TransactionScope(
            Connection connection, Optional<Long> deadlineNanos, StatementTimeout statementTimeout, boolean readOnly) {
        this.connection = connection;
        this.readOnly = readOnly;
        this.deadlineNanos = deadlineNanos;
        this.statementMillis = statementTimeout.millis();
    }

    /**
     * Begins on a connection that is in autocommit.
     *
     * @param statementTimeout what a statement may take where the transaction leaves it more
     */
    static TransactionScope begin(Connection connection, TransactionOptions options, StatementTimeout statementTimeout)
            throws SQLException {
        Optional<Long> deadline = options.timeout().map(timeout -> System.nanoTime() + timeout.toNanos());
        TransactionScope scope = new TransactionScope(connection, deadline, statementTimeout, options.readOnly());
        connection.setAutoCommit(false);
        List<String> settings =
                new ArrayList<>(statementTimeout.atBegin().stream().toList());
        TransactionOptions defaults = TransactionOptions.defaults();
        if (options.isolation() != defaults.isolation() || options.readOnly()) {
            // as a statement and not through the driver, which would change the session
            String isolation =
                    options.isolation().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            settings.add("set transaction isolation level " + isolation + (options.readOnly() ? " read only" : ""));
        }
        if (!settings.isEmpty()) {
            scope.execute(String.join("; ", settings));
        }
        return scope;
    }

    Connection connection() {
        return connection;
    }

    /** Whether it was asked to refuse writes. */
    boolean isReadOnly() {
        return readOnly;
    }

    /** Whether the server refused a write that nobody asked it to refuse. */
    boolean isRefused() {
        return !readOnly && lastFailure != null && RefusedWrites.isRefusal(lastFailure);
    }

    boolean broken() {
        return broken;
    }

    void markBroken() {
        broken = true;
    }

    /** Remembers that a statement failed: if the body swallows it, the commit finds out. */
    void failed(StorageException failure) {
        lastFailure = failure;
        if (Session.breaks(failure)) {
            markBroken();
        }
    }

    /**
     * Gives the next statement what is left of the transaction's time.
     *
     * @throws QueryTimeoutException if nothing is left
     */
    void limitNextStatement() throws SQLException {
        if (deadlineNanos.isPresent()) {
            execute("set local statement_timeout = " + Math.min(millisLeft(deadlineNanos.get()), statementMillis));
        }
    }

    /** Says for whom the next statement is, unless the server knows. It forgets with the transaction. */
    void actFor(String setting, String newTenant) throws SQLException {
        if (!newTenant.equals(tenant)) {
            try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
                statement.setString(1, setting);
                statement.setString(2, newTenant);
                statement.execute();
            }
            tenant = newTenant;
        }
    }

    /**
     * Refuses a commit that would be none: the server answers that of an aborted transaction with a rollback, and the
     * driver with silence.
     *
     * @throws QueryTimeoutException if the time is up
     */
    void requireCommittable() throws SQLException {
        deadlineNanos.ifPresent(TransactionScope::millisLeft);
        if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
            throw new SQLException("a statement of the transaction failed", "25P02");
        }
    }

    /** The last failure of a statement, which may be why a commit fails. */
    Optional<StorageException> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    @CanIgnoreReturnValue
    private static long millisLeft(long deadlineNanos) {
        long millis = (deadlineNanos - System.nanoTime()) / 1_000_000;
        if (millis < 1) {
            throw new QueryTimeoutException("the transaction ran out of its time");
        }
        return millis;
    }

    /** What fails once the server has acknowledged the commit undoes nothing, so the connection alone pays for it. */
    void commit() throws SQLException {
        connection.commit();
        try {
            connection.setAutoCommit(true);
        } catch (SQLException closed) {
            markBroken();
        }
    }

    /** Rolls back; a failure of it is remembered in the first failure, and the connection is not used again. */
    void rollback(Throwable first) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            markBroken();
            first.addSuppressed(SqlErrors.translate(failure, null, false));
        }
    }

    void savepoint(String name) throws SQLException {
        execute("savepoint " + name);
    }

    void releaseSavepoint(String name) throws SQLException {
        execute("release savepoint " + name);
    }

    /** As {@link #rollback}, back to the savepoint. */
    void rollbackTo(String name, Throwable first) {
        tenant = null;
        try {
            execute("rollback to savepoint " + name);
            execute("release savepoint " + name);
        } catch (SQLException failure) {
            markBroken();
            first.addSuppressed(SqlErrors.translate(failure, null, false));
        }
    }

    private void execute(@Nullable String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
