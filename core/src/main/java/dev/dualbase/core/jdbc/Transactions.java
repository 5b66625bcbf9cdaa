// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.CallTimings;
import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.TransactionAction;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Binds a transaction to the thread for the length of a body, with savepoints for those inside. */
final class Transactions {

    private final Nodes nodes;
    private final StatementTimeout statementTimeout;
    private final ThreadLocal<@Nullable TransactionScope> current = new ThreadLocal<>();
    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

    Transactions(Nodes nodes, StatementTimeout statementTimeout) {
        this.nodes = nodes;
        this.statementTimeout = statementTimeout;
    }

    /** The transaction of this thread, or null outside of one. */
    @Nullable
    TransactionScope current() {
        return current.get();
    }

    <T, X extends Exception> T run(TransactionOptions options, TransactionBody<T, X> body) throws X {
        TransactionScope outer = current.get();
        return outer == null ? options.retry().run(() -> outermost(options, body)) : nested(outer, body);
    }

    /** Runs an action in a transaction, or in a savepoint of the one there is. */
    <X extends Exception> void use(TransactionAction<X> action) throws X {
        boolean done = run(TransactionOptions.defaults(), action.asBody());
        assert done;
    }

    private <T, X extends Exception> T outermost(TransactionOptions options, TransactionBody<T, X> body) throws X {
        AtomicBoolean begun = new AtomicBoolean();
        return nodes.run(
                place(options),
                () -> !begun.get(),
                source -> on(source, options, () -> {
                    begun.set(true);
                    return body.run();
                }));
    }

    /** Replicas know no serializable transactions. */
    private static ReadPreference place(TransactionOptions options) {
        return options.isolation() == Isolation.SERIALIZABLE ? ReadPreference.PRIMARY : options.preference();
    }

    private <T, X extends Exception> T on(Connections source, TransactionOptions options, TransactionBody<T, X> body)
            throws X {
        Connection connection = source.lease();
        boolean broken = true;
        try {
            TransactionScope scope = begin(connection, options);
            try {
                return finish(scope, body);
            } finally {
                broken = scope.broken();
                if (scope.isRefused()) {
                    source.evictAll();
                }
            }
        } finally {
            source.release(connection, broken);
            if (!options.readOnly()) {
                nodes.writes().add();
            }
        }
    }

    private TransactionScope begin(Connection connection, TransactionOptions options) {
        long begin = System.nanoTime();
        try {
            return TransactionScope.begin(connection, options, statementTimeout);
        } catch (SQLException failure) {
            throw SqlErrors.translate(failure, null, false);
        } finally {
            addTimeSince(begin);
        }
    }

    private <T, X extends Exception> T finish(TransactionScope scope, TransactionBody<T, X> body) throws X {
        T result;
        current.set(scope);
        try {
            result = body.run();
        } catch (Throwable first) {
            long begin = System.nanoTime();
            scope.rollback(first);
            addTimeSince(begin);
            throw first;
        } finally {
            current.remove();
            depth.remove();
        }
        commit(scope);
        return result;
    }

    private static void commit(TransactionScope scope) {
        long begin = System.nanoTime();
        try {
            beforeCommit(scope);
            scope.commit();
        } catch (SQLException failure) {
            throw rolledBack(scope, SqlErrors.translate(failure, null, !scope.isReadOnly()));
        } finally {
            addTimeSince(begin);
        }
    }

    private static void addTimeSince(long beginNanos) {
        CallTimings.add(0, 0, System.nanoTime() - beginNanos);
    }

    /** Nothing has been sent yet, so the outcome is known whatever happens here. */
    private static void beforeCommit(TransactionScope scope) {
        try {
            scope.requireCommittable();
        } catch (QueryTimeoutException late) {
            throw rolledBack(scope, late);
        } catch (SQLException aborted) {
            StorageException failure = SqlErrors.translate(aborted, null, false);
            scope.lastFailure().ifPresent(failure::addSuppressed);
            throw rolledBack(scope, failure);
        }
    }

    private static StorageException rolledBack(TransactionScope scope, StorageException failure) {
        scope.rollback(failure);
        return failure;
    }

    private <T, X extends Exception> T nested(TransactionScope scope, TransactionBody<T, X> body) throws X {
        String name = "dualbase_" + depth.get();
        useSavepoint(() -> scope.savepoint(name));
        depth.set(depth.get() + 1);
        try {
            T result = body.run();
            useSavepoint(() -> scope.releaseSavepoint(name));
            return result;
        } catch (Throwable first) {
            scope.rollbackTo(name, first);
            throw first;
        } finally {
            depth.set(depth.get() - 1);
        }
    }

    private static void useSavepoint(SavepointStep step) {
        try {
            step.run();
        } catch (SQLException failure) {
            throw SqlErrors.translate(failure, null, false);
        }
    }

    private interface SavepointStep {
        void run() throws SQLException;
    }
}
