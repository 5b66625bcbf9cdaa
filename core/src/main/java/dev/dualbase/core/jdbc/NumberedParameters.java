// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DataType;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Parameters that are found again in the statement that was made with them. */
final class NumberedParameters implements Parameters {

    private static final String PREFIX = "value";

    private final List<@Nullable Object> values = new ArrayList<>();

    @Override
    public <T> Param<T> of(@Nullable T value, DataType<T> type) {
        Param<T> param = DSL.param(PREFIX + values.size(), type);
        values.add(value);
        return param;
    }

    /** Whether a parameter of a statement is one of these. */
    static boolean isOne(Param<?> param) {
        return param.getParamName() != null && param.getParamName().startsWith(PREFIX);
    }

    /** Which one it is, from 0. */
    static int numberOf(Param<?> param) {
        return Integer.parseInt(param.getParamName().substring(PREFIX.length()));
    }

    /**
     * Makes sure that values were asked for in an order.
     *
     * @throws IllegalStateException if it was another, which would bind values to each other's columns
     */
    void requireSame(List<@Nullable Object> expected) {
        if (!Objects.deepEquals(values.toArray(), expected.toArray())) {
            throw new IllegalStateException("A statement takes its values in another order than its outline has them");
        }
    }
}
