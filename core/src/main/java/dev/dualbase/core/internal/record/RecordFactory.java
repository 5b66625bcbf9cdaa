// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of a table as jOOQ makes those that it has fetched: no column counts as set.
 *
 * @param <R> the type of a row
 */
public final class RecordFactory<R extends Record> {

    /** {@code Table.newRecord()} makes a configuration with settings of its own for each record, which takes a kilobyte. */
    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    private final Table<R> table;
    private final @Nullable MethodHandle constructor;

    /** For rows of this table. */
    public RecordFactory(Table<R> table) {
        this.table = table;
        this.constructor = constructorOf(table.getRecordType());
    }

    /** That of a generated class, which jOOQ itself calls; null for a record of any columns. */
    private static @Nullable MethodHandle constructorOf(Class<?> type) {
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Record.class));
        } catch (ReflectiveOperationException none) {
            return null;
        }
    }

    /** A record with the values that a source gives, one for each column of the table, of its type; or null. */
    public <X extends Exception> R fetched(ValueSource<X> source) throws X {
        R row = empty();
        RecordState.fill(row, source);
        return row;
    }

    @SuppressWarnings("unchecked") // the constructor is that of the table's own type
    private R empty() {
        if (constructor == null) {
            return SQL.newRecord(table);
        }
        try {
            return (R) (Record) constructor.invokeExact();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException("A generated constructor throws nothing", impossible);
        }
    }
}
