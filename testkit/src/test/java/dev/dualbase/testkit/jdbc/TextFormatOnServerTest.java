// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dualbase.core.internal.text.TextCodec;
import dev.dualbase.core.internal.text.TextFormat;
import dev.dualbase.core.type.LocalDateBinding;
import dev.dualbase.core.type.LocalDateTimeBinding;
import dev.dualbase.core.type.LocalTimeBinding;
import dev.dualbase.core.type.OffsetDateTimeBinding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;
import org.jooq.types.YearToMonth;
import org.jooq.types.YearToSecond;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What PostgreSQL itself makes of the text form, and how it compares with what the driver reads. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TextFormatOnServerTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "NULL",
            "null",
            "'",
            "\"",
            "say \"hi\", she",
            "{}",
            "{a,\"b\"}",
            "\\",
            "\\\\",
            "\\x41",
            "a,b",
            "\n\r\t",
            "\u0001\u007f",
            "\u00a0\u2028\ufeff",
            "\ud83d\ude00",
            "Ёлка",
            "$1",
            "?",
            " BC",
            "infinity");

    private static final List<String> ZONES = List.of("UTC", "Asia/Kathmandu", "America/New_York");

    private static final DataType<LocalDate> DAY = SQLDataType.LOCALDATE.asConvertedDataType(new LocalDateBinding());
    private static final DataType<LocalDateTime> WALL =
            SQLDataType.LOCALDATETIME.asConvertedDataType(new LocalDateTimeBinding());
    private static final DataType<OffsetDateTime> INSTANT =
            SQLDataType.TIMESTAMPWITHTIMEZONE.asConvertedDataType(new OffsetDateTimeBinding());
    private static final DataType<LocalTime> CLOCK = SQLDataType.LOCALTIME.asConvertedDataType(new LocalTimeBinding());

    private static Arguments of(String sql, DataType<?> type, Object... values) {
        return arguments(sql, type, List.of(values));
    }

    static Stream<Arguments> scalars() {
        return Stream.of(
                of("bigint", SQLDataType.BIGINT, Long.MAX_VALUE, Long.MIN_VALUE, 9_007_199_254_740_993L),
                of("integer", SQLDataType.INTEGER, Integer.MAX_VALUE, Integer.MIN_VALUE, 0),
                of("smallint", SQLDataType.SMALLINT, Short.MAX_VALUE, Short.MIN_VALUE),
                of(
                        "numeric",
                        SQLDataType.NUMERIC,
                        new BigDecimal("1.10"),
                        new BigDecimal("-0.00000000000000000001"),
                        new BigDecimal("123456789012345678901234567890.500"),
                        new BigDecimal("1" + "0".repeat(400))),
                of(
                        "double precision",
                        SQLDataType.DOUBLE,
                        0.1,
                        -0.0,
                        1.0 / 3,
                        1e23,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY),
                of("real", SQLDataType.REAL, 16_777_216f, Float.MIN_VALUE, Float.MAX_VALUE, -0f, Float.NaN),
                of("boolean", SQLDataType.BOOLEAN, true, false),
                of("uuid", SQLDataType.UUID, new UUID(0, 0), new UUID(-1, 0xABC)),
                of("bytea", SQLDataType.BLOB, new byte[0], new byte[] {0, -1, 0x5c, 0x27, 10}),
                of("text", SQLDataType.CLOB, NASTY.toArray()));
    }

    static Stream<Arguments> times() {
        OffsetDateTime far = OffsetDateTime.of(12_345, 6, 7, 8, 9, 0, 0, ZoneOffset.UTC);
        return Stream.of(
                of(
                        "date",
                        DAY,
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(1, 1, 1),
                        LocalDate.of(-4712, 1, 1),
                        LocalDate.of(5_874_897, 12, 31),
                        LocalDate.MAX,
                        LocalDate.MIN),
                of(
                        "timestamp",
                        WALL,
                        LocalDateTime.of(2024, 3, 31, 2, 30),
                        LocalDateTime.of(2024, 1, 2, 3, 4, 5, 100_000_000),
                        LocalDateTime.of(1, 1, 1, 0, 0, 0, 1_000),
                        LocalDateTime.of(-43, 3, 15, 12, 0),
                        LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_000),
                        LocalDateTime.MAX,
                        LocalDateTime.MIN),
                of(
                        "timestamptz",
                        INSTANT,
                        OffsetDateTime.parse("2024-01-02T03:04:05.1Z"),
                        OffsetDateTime.parse("1800-01-01T00:00:00.000001Z"),
                        OffsetDateTime.parse("0001-01-01T01:00:00Z"),
                        OffsetDateTime.parse("0000-12-31T23:00:00Z"),
                        far,
                        far.withYear(-43),
                        OffsetDateTime.MAX,
                        OffsetDateTime.MIN),
                of("time", CLOCK, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000), LocalTime.MAX),
                of(
                        "timetz",
                        SQLDataType.TIMEWITHTIMEZONE,
                        OffsetTime.parse("12:34:56+02:00"),
                        OffsetTime.parse("00:00-05:30")));
    }

    static Stream<Arguments> compounds() {
        String[] texts = NASTY.toArray(String[]::new);
        texts[0] = null;
        return Stream.of(
                of("json", SQLDataType.JSON, JSON.json("{\"a\" :  1.10}"), JSON.json("null")),
                of("jsonb", SQLDataType.JSONB, JSONB.jsonb("{\"a\": 1.10}"), JSONB.jsonb("null"), JSONB.jsonb("\"a\"")),
                of("text[]", SQLDataType.CLOB.array(), texts, new String[0], new String[] {""}),
                of("bigint[]", SQLDataType.BIGINT.array(), new Long[] {Long.MIN_VALUE, null}, new Long[0]),
                of(
                        "numeric[]",
                        SQLDataType.NUMERIC.array(),
                        new BigDecimal[] {new BigDecimal("1.10"), null},
                        new BigDecimal[0]),
                of("uuid[]", SQLDataType.UUID.array(), new UUID[] {new UUID(1, 2), null}, new UUID[0]),
                of("boolean[]", SQLDataType.BOOLEAN.array(), new Boolean[] {true, false, null}, new Boolean[0]),
                of(
                        "interval",
                        SQLDataType.INTERVAL,
                        new YearToSecond(new YearToMonth(1, 2), new DayToSecond(3, 4, 5, 6, 123_456_000)),
                        new YearToSecond(new YearToMonth(), new DayToSecond(0, 0, 0, 1)),
                        new YearToSecond(new YearToMonth(1, 2), new DayToSecond(3, 4)).neg()));
    }

    @ParameterizedTest
    @MethodSource({"scalars", "times", "compounds"})
    <T> void the_server_reads_the_text_as_the_value_and_writes_it_back(String sql, DataType<T> type, List<T> values) {
        TextCodec<T> codec = TextFormat.of(type);
        for (String zone : ZONES) {
            for (T value : values) {
                Record row = stored(sql, type, codec.write(value), zone);
                assertThat(row.get("value", type.getType())).as("by the driver").isEqualTo(value);
                assertThat(codec.read(row.get("text", String.class)))
                        .as("from text")
                        .isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"scalars", "times"})
    <T> void a_scalar_inside_json_reads_as_the_same_value(String sql, DataType<T> type, List<T> values) {
        TextCodec<T> codec = TextFormat.of(type);
        for (String zone : ZONES) {
            for (T value : values) {
                String text = stored(sql, type, codec.write(value), zone).get("json", String.class);
                assertThat(codec.read(text)).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"scalars", "times"})
    <T> void every_type_may_be_in_an_array(String sql, DataType<T> type, List<T> values) {
        // jOOQ makes no arrays of a type with a binding
        DataType<T> plain = DefaultDataType.getDataType(SQLDialect.POSTGRES, type.getType());
        String literal = TextFormat.arrayOf(type, values);
        String text = stored(sql + "[]", SQLDataType.CLOB, literal, "UTC").get("text", String.class);
        assertThat(TextFormat.of(plain.array()).read(text)).containsExactlyElementsOf(values);
    }

    @Test
    void the_leap_day_before_christ_that_the_driver_cannot_read_is_read() {
        LocalDate leapDay = LocalDate.of(0, 2, 29);
        String text = DATABASE.value(String.class, "select '" + TextFormat.write(DAY, leapDay) + "'::date::text");
        assertThat(TextFormat.of(DAY).read(text)).isEqualTo(leapDay);
    }

    @Test
    void nested_arrays_and_bounds_come_back() {
        DataType<String[][]> table = SQLDataType.CLOB.array().array();
        String[][] values = {{"a", null}, {"}", ""}};
        String literal = TextFormat.write(table, values);
        assertThat(TextFormat.of(table).read(asText(literal))).isEqualTo(values);
        assertThat(TextFormat.of(table).read(asText("[0:1][-1:0]=" + literal))).isEqualTo(values);
    }

    private static String asText(String literal) {
        return DATABASE.value(String.class, "select '" + literal + "'::text[]::text");
    }

    private static Record stored(String sql, DataType<?> type, String text, String zone) {
        DSLContext database = DSL.using(DATABASE.database().dataSource(), SQLDialect.POSTGRES);
        return database.transactionResult(configuration -> {
            DSLContext session = configuration.dsl();
            session.execute("set local time zone '" + zone + "'");
            Field<?> value = DSL.field(DSL.name("value"), type);
            return session.select(
                            value,
                            DSL.field("value::text").as("text"),
                            DSL.field("to_json(value) #>> '{}'").as("json"))
                    .from("(select ({0}::text)::" + sql + " as value) as v", DSL.val(text))
                    .fetchSingle();
        });
    }
}
