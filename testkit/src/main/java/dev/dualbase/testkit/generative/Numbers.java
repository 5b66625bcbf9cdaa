// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Random numbers: mostly small ones, which meet each other, and the extremes of each type. */
final class Numbers {
    private static final int LARGE_BITS = 100;

    private Numbers() {}

    static short small(Dice dice) {
        return dice.oneIn(4) ? dice.pick(Short.MIN_VALUE, Short.MAX_VALUE, (short) -1) : (short) dice.below(6);
    }

    static int integer(Dice dice) {
        return dice.oneIn(4) ? dice.pick(Integer.MIN_VALUE, Integer.MAX_VALUE, -1, 16_777_217) : dice.below(6);
    }

    static long big(Dice dice) {
        return dice.oneIn(3)
                ? dice.pick(Long.MIN_VALUE, Long.MAX_VALUE, -1L, 9_007_199_254_740_993L, dice.anyLong())
                : dice.below(6);
    }

    /** A numeric without bounds: up to thirty digits, scales of 0 to 12, also negative ones. */
    static BigDecimal decimal(Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> new BigDecimal(new BigInteger(dice.bytes(LARGE_BITS / 8)), dice.between(0, 12));
            case 1 -> new BigDecimal(dice.pick("1E+3", "1E-10", "-0.0", "0.000", "9007199254740993.0", "-1e18"));
            default -> BigDecimal.valueOf(dice.below(6)).setScale(dice.below(3));
        };
    }

    /** PostgreSQL has no negative scale. */
    static Object plainScale(Object number) {
        BigDecimal decimal = (BigDecimal) number;
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    static BigDecimal money(Dice dice) {
        return dice.oneIn(4)
                ? new BigDecimal(dice.pick("9999999.99", "-9999999.99", "9999999.994", "0.005", "-0.005", "1E+2"))
                : BigDecimal.valueOf(dice.below(600), 2);
    }

    static Object cents(Object number) {
        return ((BigDecimal) number).setScale(2, RoundingMode.HALF_UP);
    }

    static double ratio(Dice dice) {
        return dice.oneIn(2)
                ? dice.pick(List.of(
                        -0.0,
                        0.0,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.MAX_VALUE,
                        Double.MIN_VALUE,
                        0.1,
                        1e16,
                        9.007199254740993E15))
                : dice.below(6) / 2.0;
    }

    static float real(Dice dice) {
        return dice.oneIn(2)
                ? dice.pick(List.of(
                        -0.0f,
                        0.0f,
                        Float.NaN,
                        Float.POSITIVE_INFINITY,
                        Float.NEGATIVE_INFINITY,
                        Float.MAX_VALUE,
                        Float.MIN_VALUE,
                        0.1f,
                        16_777_216f))
                : dice.below(6) / 2.0f;
    }

    /** NaN is the greatest and equals itself, and there is one zero (manual, 8.1.3). */
    static int byValue(Object left, Object right) {
        double a = ((Number) left).doubleValue();
        double b = ((Number) right).doubleValue();
        return a == b ? 0 : Double.compare(a, b);
    }
}
