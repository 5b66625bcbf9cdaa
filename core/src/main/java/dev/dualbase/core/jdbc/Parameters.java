// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How the values of an operation become parameters of a statement. */
@FunctionalInterface
interface Parameters {

    /** Makes a parameter of a value, bound by a type. */
    <T> Param<T> of(@Nullable T value, DataType<T> type);

    /** For a statement that is run once. */
    static Parameters once() {
        return DSL::val;
    }

    /** A value by the type of its column. */
    default <T> Param<T> of(@Nullable T value, Field<T> column) {
        return of(value, column.getDataType());
    }
}
