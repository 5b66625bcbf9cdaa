// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;

/** {@code char(n)}, which is filled up with blanks that do not count when values are compared (PostgreSQL manual, 8.3). */
public final class PaddedText {

    /** What the server calls the type when it has no length; its {@code char} is {@code char(1)}. */
    static final DataType<String> UNBOUNDED = new DefaultDataType<>(SQLDialect.POSTGRES, String.class, "bpchar");

    private PaddedText() {}

    /** Whether this is the type. */
    public static boolean is(DataType<?> type) {
        return type.getType() == String.class && type.getTypeName().equals(SQLDataType.CHAR.getTypeName());
    }

    /** The part of a value that counts. */
    public static String significant(String value) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == ' ') {
            end--;
        }
        return value.substring(0, end);
    }
}
