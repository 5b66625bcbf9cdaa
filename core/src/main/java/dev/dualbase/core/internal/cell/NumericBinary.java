// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import java.math.BigDecimal;
import org.postgresql.util.ByteConverter;

/**
 * A numeric in binary: groups of four decimal digits, the place of the first one before the decimal point, the sign, and how many
 * digits of a fraction there are (PostgreSQL sources, {@code numeric_recv}). The driver can write all of them; those of a few
 * digits, which are nearly all, are written in less time and without objects.
 */
final class NumericBinary {

    private static final int FEW_DIGITS = 15;
    private static final int DIGITS_OF_GROUP = 4;
    private static final int GROUP = 10_000;
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000};
    private static final int POSITIVE = 0;
    private static final int NEGATIVE = 0x4000;

    private NumericBinary() {}

    static void write(BigDecimal number, CellBinary out) {
        if (number.precision() <= FEW_DIGITS && number.scale() >= 0) {
            few(number.unscaledValue().longValue(), number.scale(), out);
        } else {
            out.raw(ByteConverter.numeric(number));
        }
    }

    private static void few(long unscaled, int scale, CellBinary out) {
        int groupsOfFraction = (scale + DIGITS_OF_GROUP - 1) / DIGITS_OF_GROUP;
        // as many digits of a fraction as fill their groups
        long digits = Math.abs(unscaled) * POWERS_OF_TEN[groupsOfFraction * DIGITS_OF_GROUP - scale];
        int groups = groupsOf(digits);
        out.int16(groups);
        out.int16(groups - groupsOfFraction - 1);
        out.int16(unscaled < 0 ? NEGATIVE : POSITIVE);
        out.int16(scale);
        out.groups(digits, groups, GROUP);
    }

    private static int groupsOf(long digits) {
        int groups = 0;
        for (long rest = digits; rest != 0; rest /= GROUP) {
            groups++;
        }
        return groups;
    }
}
