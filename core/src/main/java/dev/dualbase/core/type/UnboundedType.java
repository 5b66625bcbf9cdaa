// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import java.math.BigDecimal;
import org.jooq.DataType;

/**
 * Types without their length, precision or scale, for values that are compared. A cast to {@code varchar(5)} cuts a longer
 * value, and one to {@code numeric(5,2)} rounds it (PostgreSQL manual, 8.3 and 8.1.2), so that it would match rows that it
 * does not equal.
 */
public final class UnboundedType {

    private UnboundedType() {}

    /** The type itself, or the same without bounds where it has some. */
    @SuppressWarnings("unchecked") // both types are of String
    public static <T> DataType<T> of(DataType<T> type) {
        if (PaddedText.is(type)) {
            return (DataType<T>) PaddedText.UNBOUNDED;
        }
        if (type.getType() == String.class && type.lengthDefined()) {
            return type.length(0);
        }
        return type.getType() == BigDecimal.class && type.precisionDefined() ? type.precision(0, 0) : type;
    }
}
