// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Serialization failures and deadlocks of a table on demand, real ones: another session is in the way of the transaction
 * that writes to the table next, and the server ends that transaction. A trigger of the table makes the two meet; while
 * nothing is demanded it reads a sequence.
 *
 * <p>For one test at a time in a database, and a superuser. Not for use by several threads at once.
 */
public final class Conflicts implements AutoCloseable {
    private final DataSource source;
    private final String table;

    private Conflicts(DataSource source, String table) {
        this.source = source;
        this.table = table;
    }

    /**
     * Prepares a table.
     *
     * @param source opens sessions of a superuser
     * @param table its name as SQL has it, with a schema and quotes where it needs them
     */
    public static Conflicts on(DataSource source, String table) {
        Conflicts conflicts = new Conflicts(source, table);
        conflicts.execute(ConflictScript.install(table));
        return conflicts;
    }

    /**
     * Fails the next transactions that write to the table, one after the other, with 40001 (could not serialize access due to
     * concurrent update). That happens at repeatable read and above only: one at read committed counts, and goes on unharmed.
     *
     * @param transactions how many, 1 or more
     */
    public Meetings failSerialization(int transactions) {
        return meet(ConflictScript.SERIALIZATION, transactions);
    }

    /**
     * Fails the next transactions that write to the table, one after the other, with 40P01 (deadlock detected), at any
     * isolation.
     *
     * @param transactions how many, 1 or more
     */
    public Meetings deadlock(int transactions) {
        return meet(ConflictScript.DEADLOCK, transactions);
    }

    private Meetings meet(int kind, int transactions) {
        try {
            return Meetings.begin(source.getConnection(), kind, transactions);
        } catch (SQLException e) {
            throw Meetings.failed(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = source.getConnection()) {
            Meetings.execute(connection, sql);
        } catch (SQLException e) {
            throw Meetings.failed(e);
        }
    }

    /** Removes the trigger. */
    @Override
    public void close() {
        execute(ConflictScript.remove(table));
    }
}
