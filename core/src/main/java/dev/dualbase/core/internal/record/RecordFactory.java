// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.record;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Makes records of a table as jOOQ makes those that it has fetched: no column counts as set.
 *
 * @param <R> the type of a row
 */
public final class RecordFactory<R extends Record> {

    /** {@code Table.newRecord()} makes a configuration with settings of its own for each record, which takes a kilobyte. */
    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    private final Table<R> table;

    /** For rows of this table. */
    public RecordFactory(Table<R> table) {
        this.table = table;
    }

    /** A record with the values that a source gives, one for each column of the table, of its type; or null. */
    public <X extends Exception> R fetched(ValueSource<X> source) throws X {
        R row = SQL.newRecord(table);
        RecordState.fill(row, source);
        return row;
    }
}
