// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.CallTimings;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

/** Runs statements on the transaction of the thread, or else on a connection of their own. */
final class Session {

    private final Nodes nodes;
    private final Connections source;
    private final Transactions transactions;
    private final StatementTimeout timeout;
    private final TenantSetting tenants;
    private final Configuration configuration;

    Session(
            Nodes nodes,
            Transactions transactions,
            StatementTimeout timeout,
            TenantSetting tenants,
            Configuration configuration) {
        this(nodes, nodes.primary(), transactions, timeout, tenants, configuration);
    }

    private Session(
            Nodes nodes,
            Connections source,
            Transactions transactions,
            StatementTimeout timeout,
            TenantSetting tenants,
            Configuration configuration) {
        this.nodes = nodes;
        this.source = source;
        this.transactions = transactions;
        this.timeout = timeout;
        this.tenants = tenants;
        this.configuration = configuration;
    }

    /** Runs what changes nothing, outside of a transaction on the server that a preference allows. */
    <T> T query(@Nullable String table, ReadPreference preference, Work<T> work) {
        return !preference.allowsReplica() || transactions.current() != null
                ? run(table, false, work)
                : nodes.run(preference, () -> true, chosen -> on(chosen).run(table, false, work));
    }

    /** What jOOQ does on a connection. */
    <T> Work<T> byJooq(Function<DSLContext, T> statement) {
        return connection ->
                statement.apply(DSL.using(configuration.derive(new DefaultConnectionProvider(connection))));
    }

    private Session on(Connections other) {
        return new Session(nodes, other, transactions, timeout, tenants, configuration);
    }

    /** Runs what changes nothing by jOOQ. */
    <T> T read(@Nullable String table, Function<DSLContext, T> statement) {
        return run(table, false, byJooq(statement));
    }

    /** Runs one statement that changes something by jOOQ: see {@link #change}. */
    <T> T write(Table<?> table, List<Field<?>> columns, Function<DSLContext, T> statement) {
        return change(table, columns, byJooq(statement));
    }

    /**
     * Runs one statement that changes something: if its connection breaks, the outcome is unknown.
     *
     * @param columns the columns it writes
     */
    <T> T change(Table<?> table, List<Field<?>> columns, Work<T> work) {
        try {
            return run(table.getName(), true, work);
        } catch (InvalidValueException failure) {
            throw JsonColumn.named(failure, columns);
        }
    }

    private <T> T run(@Nullable String table, boolean writes, Work<T> work) {
        TransactionScope scope = transactions.current();
        if (scope != null) {
            return inTransaction(scope, table, work);
        }
        Connection connection = source.lease();
        boolean broken = true;
        try {
            T result = execute(alone(connection), table, writes, work);
            broken = false;
            return result;
        } catch (StorageException failure) {
            broken = breaks(failure);
            if (RefusedWrites.isRefusal(failure)) {
                source.evictAll();
            }
            throw RefusedWrites.explained(connection, failure);
        } finally {
            source.release(connection, broken);
            if (writes) {
                nodes.writes().add();
            }
        }
    }

    /** A connection for statements of which each is by itself. */
    private Connection alone(Connection connection) {
        return LocalSettings.on(connection, timeout.ofEach(), tenants.ofEach());
    }

    /** Whether a connection cannot be trusted after a failure; out of memory, the driver may have said half a sentence. */
    static boolean breaks(StorageException failure) {
        return SqlErrors.endsSession(failure) || failure.getCause() instanceof OutOfMemoryError;
    }

    private <T> T inTransaction(TransactionScope scope, @Nullable String table, Work<T> work) {
        try {
            scope.limitNextStatement();
            tenants.tell(scope);
            return execute(scope.connection(), table, false, work);
        } catch (SQLException failure) {
            StorageException translated = SqlErrors.translate(failure, table, false);
            scope.failed(translated);
            throw translated;
        } catch (StorageException failure) {
            StorageException explained =
                    scope.isReadOnly() ? failure : RefusedWrites.explained(scope.connection(), failure);
            scope.failed(explained);
            throw explained;
        }
    }

    private static <T> T execute(Connection connection, @Nullable String table, boolean writes, Work<T> work) {
        long begin = System.nanoTime();
        try {
            return work.on(connection);
        } catch (DataAccessException failure) {
            throw SqlErrors.translate(failure, table, writes);
        } catch (SQLException failure) {
            throw SqlErrors.translate(failure, table, writes);
        } catch (OutOfMemoryError tooLarge) {
            // the driver builds a message in memory; what did not fit was not sent
            throw new InvalidValueException(
                    "the values are too large", new ErrorInfo("54000", table, null, null, null), tooLarge);
        } finally {
            CallTimings.add(0, 0, System.nanoTime() - begin);
        }
    }
}
