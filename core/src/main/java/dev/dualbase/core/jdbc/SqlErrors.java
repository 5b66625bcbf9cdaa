// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.error.SqlStates;
import dev.dualbase.core.error.StorageException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns the driver's exceptions into ours, and leaves every value behind. */
final class SqlErrors {

    private static final int MOST_CAUSES = 5;
    private static final String NO_CONNECTION = "08001";
    private static final Set<String> SESSION_ENDS = Set.of("FATAL", "PANIC");

    /** Classes of SQLSTATE: no room, a failure of the system, an internal one. */
    private static final Set<String> MACHINE = Set.of("53", "58", "XX");

    private SqlErrors() {}

    /** The exception for a failed statement; the outcome is unknown if a write's connection broke under it. */
    static StorageException translate(DataAccessException failure, @Nullable String table, boolean outcomeMatters) {
        SQLException sql = failure.getCause(SQLException.class);
        if (sql == null) {
            ErrorInfo info = new ErrorInfo("22000", table, null, null, failure.getMessage());
            return new InvalidValueException("a value cannot be converted", info, null);
        }
        return translate(sql, table, outcomeMatters);
    }

    /** The exception for a failed statement; the outcome is unknown if a write's connection broke under it. */
    static StorageException translate(SQLException failure, @Nullable String table, boolean outcomeMatters) {
        ErrorInfo info = info(failure).orTable(table);
        Throwable cause = withoutValues(failure);
        if ("25P02".equals(info.sqlState())) {
            return new ServerErrorException(
                    "an earlier failure ended this transaction; run what may fail in a nested one", info, cause);
        }
        if (outcomeMatters && (isLost(info.sqlState()) || endsSession(failure) && !isOfEntry(info.sqlState()))) {
            return new OutcomeUnknownException("the connection was lost while a write was under way", info, cause);
        }
        return SqlStates.toException(info, cause);
    }

    /**
     * Whether the server ended the session with a failure, whatever its code: it may have been unable to say of a commit that
     * it was done. A server may speak another language than English; then a failure of the machine is taken for the end.
     */
    private static boolean endsSession(SQLException failure) {
        ServerErrorMessage server = failure instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        String severity = server == null ? null : server.getSeverity();
        if (severity == null || severity.equals("ERROR")) {
            return false;
        }
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return SESSION_ENDS.contains(severity) || MACHINE.stream().anyMatch(state::startsWith);
    }

    /** Whether a server let nobody in: behind a pooler that is found out by the first statement, which was not run. */
    private static boolean isOfEntry(@Nullable String sqlState) {
        return sqlState != null && (sqlState.startsWith("28") || sqlState.startsWith("3D") || sqlState.equals("53300"));
    }

    /** Whether a failure ended the session of its connection, or left it unable to go on. */
    static boolean endsSession(StorageException failure) {
        return SqlStates.isConnectionLost(failure.sqlState().orElse(null))
                || failure.getCause() instanceof SQLNonTransientConnectionException;
    }

    /** 08003 is the driver's word for a connection it found closed before it sent anything. */
    private static boolean isLost(@Nullable String sqlState) {
        return SqlStates.isConnectionLost(sqlState) && !"08003".equals(sqlState);
    }

    /** The exception for a connection that could not be had; nothing was sent. */
    static StorageException noConnection(SQLException failure, String what) {
        SQLException reason = failure.getCause() instanceof SQLException deeper ? deeper : failure;
        // the pool has no code for a server that has not answered yet
        ErrorInfo info = info(reason).orSqlState(NO_CONNECTION);
        Throwable cause = withoutValues(reason);
        Optional<TlsRefusal> refusal = TlsRefusal.of(reason);
        if (refusal.isPresent()) {
            return new ConnectionFailureException(refusal.get().message(), info, cause);
        }
        StorageException byState = SqlStates.toException(info, cause);
        boolean unsaid = reason.getSQLState() == null || byState instanceof ServerErrorException;
        return unsaid ? new ConnectionFailureException(what, info, cause) : byState;
    }

    /** Whether a server refused a connection by what it or we are set to, so that trying again is useless. */
    static boolean isRefusal(SQLException failure) {
        return TlsRefusal.of(failure).isPresent()
                || !(noConnection(failure, "refused") instanceof ConnectionFailureException);
    }

    private static ErrorInfo info(SQLException failure) {
        ServerErrorMessage server = failure instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        if (server == null) {
            return new ErrorInfo(failure.getSQLState(), null, null, null, failure.getMessage());
        }
        return new ErrorInfo(
                failure.getSQLState(),
                server.getTable(),
                server.getColumn(),
                server.getConstraint(),
                server.toString());
    }

    /** The same types of failure, place and code, without a text that may quote a row, a host or a user. */
    private static SQLException withoutValues(SQLException failure) {
        String types = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(each -> each.getClass().getSimpleName())
                .collect(Collectors.joining(" caused by "));
        String text = types + ", SQLSTATE " + failure.getSQLState();
        SQLException copy = endsSession(failure)
                ? new SQLNonTransientConnectionException(text, failure.getSQLState())
                : new SQLException(text, failure.getSQLState());
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }
}
