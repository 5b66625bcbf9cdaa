// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.record;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;
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

    private final Supplier<R> constructor;

    /** For rows of this table. */
    public RecordFactory(Table<R> table) {
        Supplier<R> generated = constructorOf(table.getRecordType());
        this.constructor = generated != null ? generated : () -> SQL.newRecord(table);
    }

    /**
     * That of a generated class, which jOOQ itself calls; null for a record of any columns. As a lambda, whose class does
     * what {@code R::new} does: a method handle that is no constant leaves the allocation to the runtime.
     */
    @SuppressWarnings("unchecked") // the constructor is that of the type
    private static <R extends Record> @Nullable Supplier<R> constructorOf(Class<? extends R> type) {
        try {
            MethodHandles.Lookup inside = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            MethodHandle constructor = inside.findConstructor(type, MethodType.methodType(void.class));
            return (Supplier<R>) LambdaMetafactory.metafactory(
                            inside,
                            "get",
                            MethodType.methodType(Supplier.class),
                            MethodType.methodType(Object.class),
                            constructor,
                            MethodType.methodType(type))
                    .getTarget()
                    .invokeExact();
        } catch (Error failure) {
            throw failure;
        } catch (Throwable none) {
            return null;
        }
    }

    /** A record with the values that a source gives, one for each column of the table, of its type; or null. */
    public <X extends Exception> R fetched(ValueSource<X> source) throws X {
        R row = constructor.get();
        RecordState.fill(row, source);
        return row;
    }
}
