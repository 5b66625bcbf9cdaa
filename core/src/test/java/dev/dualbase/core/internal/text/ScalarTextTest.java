// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import static dev.dualbase.core.internal.text.Columns.assertReads;
import static dev.dualbase.core.internal.text.Columns.assertRefused;
import static dev.dualbase.core.internal.text.Columns.assertText;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScalarTextTest {
    @Test
    void whole_numbers_are_digits() {
        assertText(SQLDataType.BIGINT, Long.MIN_VALUE, "-9223372036854775808");
        assertText(SQLDataType.BIGINT, 9_007_199_254_740_993L, "9007199254740993");
        assertText(SQLDataType.INTEGER, Integer.MAX_VALUE, "2147483647");
        assertText(SQLDataType.SMALLINT, Short.MIN_VALUE, "-32768");
        assertText(SQLDataType.DECIMAL_INTEGER, BigInteger.TEN.pow(30), "1" + "0".repeat(30));
        assertRefused(SQLDataType.BIGINT, "1.0");
        assertRefused(SQLDataType.SMALLINT, "32768");
    }

    @Test
    void a_decimal_number_keeps_its_scale_and_has_no_exponent() {
        assertText(SQLDataType.NUMERIC(10, 2), new BigDecimal("1.10"), "1.10");
        assertText(SQLDataType.NUMERIC, new BigDecimal("0.00000000001"), "0.00000000001");
        assertReads(
                SQLDataType.NUMERIC,
                TextFormat.write(SQLDataType.NUMERIC, new BigDecimal("1e3")),
                new BigDecimal("1000"));
        assertRefused(SQLDataType.NUMERIC, "NaN");
    }

    @Test
    void floating_point_numbers_come_back_bit_for_bit() {
        for (double value : new double[] {0.1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1.0 / 3, 1e23}) {
            assertText(SQLDataType.DOUBLE, value, String.valueOf(value));
        }
        assertText(SQLDataType.DOUBLE, Double.NaN, "NaN");
        assertText(SQLDataType.DOUBLE, Double.POSITIVE_INFINITY, "Infinity");
        assertText(SQLDataType.REAL, Float.NEGATIVE_INFINITY, "-Infinity");
        assertReads(SQLDataType.DOUBLE, "-0", -0.0);
        assertReads(SQLDataType.DOUBLE, "1e+308", 1e308);
        assertReads(SQLDataType.REAL, "1.6777216e+07", 16_777_216f);
    }

    @Test
    void booleans_are_words_or_letters() {
        assertText(SQLDataType.BOOLEAN, true, "true");
        assertText(SQLDataType.BOOLEAN, false, "false");
        assertReads(SQLDataType.BOOLEAN, "t", true);
        assertReads(SQLDataType.BOOLEAN, "f", false);
        assertRefused(SQLDataType.BOOLEAN, "yes");
    }

    @Test
    void a_uuid_is_in_lower_case_and_whole() {
        assertText(SQLDataType.UUID, new UUID(-1, 0xABC), "ffffffff-ffff-ffff-0000-000000000abc");
        assertRefused(SQLDataType.UUID, "1-1-1-1-1");
        assertRefused(SQLDataType.UUID, "");
    }

    @Test
    void text_and_documents_stay_as_they_are() {
        assertText(SQLDataType.CLOB, " NULL\\\"{}\n", " NULL\\\"{}\n");
        assertText(SQLDataType.CHAR(3), "a  ", "a  ");
        assertText(SQLDataType.JSONB, JSONB.jsonb("null"), "null");
        assertText(SQLDataType.JSON, JSON.json("{\"a\" :  1.10}"), "{\"a\" :  1.10}");
    }

    @Test
    void bytes_are_hex() {
        assertText(SQLDataType.BLOB, new byte[] {0, -1, 0x5c, 0x0a}, "\\x00ff5c0a");
        assertText(SQLDataType.BLOB, new byte[0], "\\x");
        assertRefused(SQLDataType.BLOB, "\\x0");
        assertRefused(SQLDataType.BLOB, "\\000\\001");
        assertRefused(SQLDataType.BLOB, "AAEC");
    }
}
