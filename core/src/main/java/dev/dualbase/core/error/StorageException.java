// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything a storage operation can throw. The subclasses are cut by what the caller does next, and are the
 * same on every backend, because SQLSTATE decides and not the text or the driver's class.
 *
 * <p>Messages, causes and suppressed exceptions carry names of tables, columns and constraints, and never a value of a
 * row. What the server said word for word is kept apart in {@link #sensitiveDetail()}; handle it like the data itself.
 */
public abstract sealed class StorageException extends RuntimeException
        permits AccessDeniedException,
                CheckViolationException,
                ConnectionFailureException,
                DuplicateKeyException,
                EmptyResultException,
                ForeignKeyException,
                InvalidValueException,
                NonUniqueResultException,
                NotNullException,
                OutcomeUnknownException,
                QueryTimeoutException,
                ResultTooLargeException,
                SchemaMismatchException,
                ServerErrorException,
                TransactionConflictException,
                UnsupportedCapabilityException {

    private static final long serialVersionUID = 1L;

    private final ErrorInfo info;

    StorageException(String what, ErrorInfo info, @Nullable Throwable cause) {
        super(message(what, info), cause);
        this.info = info;
    }

    private static String message(String what, ErrorInfo info) {
        String names = info.toString();
        return names.isEmpty() ? what : what + " (" + names + ")";
    }

    /** The SQLSTATE, empty where the failure never reached a server and has no standard code. */
    public final Optional<String> sqlState() {
        return Optional.ofNullable(info.sqlState());
    }

    /** The table concerned, where known. */
    public final Optional<String> table() {
        return Optional.ofNullable(info.table());
    }

    /** The column concerned, where known. */
    public final Optional<String> column() {
        return Optional.ofNullable(info.column());
    }

    /** The violated constraint, where known. */
    public final Optional<String> constraint() {
        return Optional.ofNullable(info.constraint());
    }

    /** Where writes were sent together, the index of the one that failed, from 0. */
    public final OptionalInt writeIndex() {
        return info.write() == null ? OptionalInt.empty() : OptionalInt.of(info.write());
    }

    /**
     * What the server said word for word, where it said something. It may quote values of rows: it is not part of any
     * message, and is not meant for logs.
     */
    public final Optional<String> sensitiveDetail() {
        return Optional.ofNullable(info.sensitive());
    }

    /** All names of this failure together. */
    public final ErrorInfo info() {
        return info;
    }
}
