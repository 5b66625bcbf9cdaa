// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides which exception a SQLSTATE becomes, for every backend. The codes are those of the PostgreSQL
 * manual, appendix A.
 */
public final class SqlStates {

    /** In class 25, but the server ends the session with them: idle in a transaction, or too long in one. */
    private static final Set<String> SESSION_TIMEOUTS = Set.of("25P03", "25P04");

    private SqlStates() {}

    /**
     * The exception for a failure the server reported.
     *
     * @param info the SQLSTATE and the names the server gave
     * @param cause the driver's exception, freed of values
     */
    public static StorageException toException(ErrorInfo info, @Nullable Throwable cause) {
        String state = info.sqlState() == null ? "" : info.sqlState();
        return switch (state) {
            case "23505" -> new DuplicateKeyException("duplicate key", info, cause);
            case "23503", "23001" -> new ForeignKeyException("foreign key violated", info, cause);
            case "23502" -> new NotNullException("a value is missing", info, cause);
            case "23514", "23P01", "44000" -> new CheckViolationException("check violated", info, cause);
            case "21000" -> new NonUniqueResultException("more than one row", info, cause);
            case "40001", "40P01" -> new TransactionConflictException("conflict with another transaction", info, cause);
            case "57014", "55P03", "25P04" -> new QueryTimeoutException("the statement ran out of time", info, cause);
            case "42501", "25006" -> new AccessDeniedException("not allowed", info, cause);
            case "25P03" -> new ConnectionFailureException("the server ended the session", info, cause);
            case "53300" -> new ConnectionFailureException("the server has no free connection", info, cause);
            case "40003" -> new OutcomeUnknownException("the server cannot tell the outcome", info, cause);
            default -> byClass(state, info, cause);
        };
    }

    private static StorageException byClass(String state, ErrorInfo info, @Nullable Throwable cause) {
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "58" -> new ConnectionFailureException("no connection", info, cause);
            case "57" -> new ConnectionFailureException("the server ended the session", info, cause);
            case "28" -> new AccessDeniedException("the server refused the user", info, cause);
            case "22" -> new InvalidValueException("the server refused a value", info, cause);
            case "54" -> new InvalidValueException("a value is beyond a limit of the server", info, cause);
            case "42", "3D", "3F" -> new SchemaMismatchException("the database does not fit", info, cause);
            case "0A" -> new UnsupportedCapabilityException("the server does not support this", info, cause);
            default -> new ServerErrorException("the server reported an error", info, cause);
        };
    }

    /** Whether a code says that the connection is gone or was never there, so that nothing is known of what was under way. */
    public static boolean isConnectionLost(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || SESSION_TIMEOUTS.contains(state));
    }
}
