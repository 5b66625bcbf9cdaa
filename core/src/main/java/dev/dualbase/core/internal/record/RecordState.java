// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * What jOOQ's records keep: values, and the values as they were fetched. jOOQ fills both at once, but has no method for
 * that; by {@link Record#set} it takes eight times as long and ten times the memory, since each call looks for the column
 * and asks whether it is part of the key. So this goes to the arrays themselves where it may: not if jOOQ is a module that is
 * closed to us, nor should a later jOOQ keep records otherwise. Then it goes by {@code set}.
 */
final class RecordState {

    private static final @Nullable MethodHandle VALUES = arrayNamed("values");
    private static final @Nullable MethodHandle ORIGINALS = arrayNamed("originals");

    private RecordState() {}

    /** Whether records are filled the quick way. */
    static boolean isOpen() {
        return VALUES != null && ORIGINALS != null;
    }

    static <X extends Exception> void fill(Record record, ValueSource<X> source) throws X {
        if (VALUES == null || ORIGINALS == null) {
            set(record, source);
            return;
        }
        @Nullable Object[] values = array(VALUES, record);
        source.writeTo(values);
        System.arraycopy(values, 0, array(ORIGINALS, record), 0, values.length);
    }

    private static @Nullable Object[] array(MethodHandle field, Record record) {
        try {
            return (Object[]) field.invokeExact(record);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException("A field is read without exceptions", impossible);
        }
    }

    /** The same by jOOQ's own methods. */
    static <X extends Exception> void set(Record record, ValueSource<X> source) throws X {
        @Nullable Object[] values = new @Nullable Object[record.size()];
        source.writeTo(values);
        for (int i = 0; i < values.length; i++) {
            setUnchecked(record, record.field(i), values[i]);
        }
        record.changed(false);
    }

    @SuppressWarnings("unchecked") // values are of the types of their columns
    private static <T> void setUnchecked(Record record, @Nullable Field<T> column, @Nullable Object value) {
        record.set(column, (T) value);
    }

    private static @Nullable MethodHandle arrayNamed(String name) {
        try {
            Class<?> record = Class.forName("org.jooq.impl.AbstractRecord");
            return MethodHandles.privateLookupIn(record, MethodHandles.lookup())
                    .findGetter(record, name, Object[].class)
                    .asType(MethodType.methodType(Object[].class, Record.class));
        } catch (ReflectiveOperationException closed) {
            return null;
        }
    }
}
