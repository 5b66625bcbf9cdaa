// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.cell;

import dev.dualbase.core.internal.text.TextFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.QueryPart;
import org.jooq.Schema;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a Java type reach the server.
 *
 * @param sqlName the type that the text is read as
 * @param writer writes the text
 * @param isArray whether the text is an array literal
 * @param isQuoted whether the text needs quotes as an element of an array
 */
record CellType(QueryPart sqlName, CellWriter<Object> writer, boolean isArray, boolean isQuoted) {

    private static final Map<Class<?>, CellType> SCALARS = Stream.of(
                    whole(Long.class, "bigint"),
                    whole(Integer.class, "integer"),
                    whole(Short.class, "smallint"),
                    plain(BigDecimal.class, "numeric", BigDecimal::toPlainString),
                    plain(Double.class, "double precision", String::valueOf),
                    plain(Float.class, "real", String::valueOf),
                    plain(Boolean.class, "boolean", String::valueOf),
                    plain(UUID.class, "uuid", String::valueOf),
                    quoted(String.class, "text", (text, out) -> out.text(text)),
                    quoted(JSONB.class, "jsonb", (json, out) -> out.text(json.data())),
                    quoted(JSON.class, "json", (json, out) -> out.text(json.data())),
                    quoted(byte[].class, "bytea", CellType::hex),
                    quoted(LocalDate.class, "date", TimeCells::date),
                    quoted(LocalDateTime.class, "timestamp", TimeCells::wall),
                    quoted(OffsetDateTime.class, "timestamp with time zone", TimeCells::instant),
                    quoted(LocalTime.class, "time", CellType::time))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static <T extends Number> Map.Entry<Class<?>, CellType> whole(Class<T> type, String sqlName) {
        return entry(type, sqlName, (number, out) -> out.number(number.longValue()), false);
    }

    /** Texts of ASCII that mean nothing but themselves. */
    private static <T> Map.Entry<Class<?>, CellType> plain(Class<T> type, String sqlName, Function<T, String> text) {
        return entry(type, sqlName, (value, out) -> out.raw(text.apply(value)), false);
    }

    private static <T> Map.Entry<Class<?>, CellType> quoted(Class<T> type, String sqlName, CellWriter<T> writer) {
        return entry(type, sqlName, writer, true);
    }

    @SuppressWarnings("unchecked") // values were checked against the type of their column
    private static <T> Map.Entry<Class<?>, CellType> entry(
            Class<T> type, String sqlName, CellWriter<T> writer, boolean quoted) {
        CellWriter<Object> ofAny = (CellWriter<Object>) writer;
        return Map.entry(type, new CellType(DSL.sql(sqlName), ofAny, false, quoted));
    }

    private static void hex(byte[] bytes, CellText out) {
        out.text(TextFormat.write(SQLDataType.BLOB, bytes));
    }

    private static void time(LocalTime time, CellText out) {
        out.raw(TextFormat.write(SQLDataType.LOCALTIME, time));
    }

    /** Empty for a type whose values go another way. */
    static Optional<CellType> of(Class<?> type) {
        if (SCALARS.containsKey(type)) {
            return Optional.of(SCALARS.get(type));
        } else if (type.isArray()) {
            return of(type.getComponentType())
                    .filter(element -> !element.isArray)
                    .map(CellType::arrayOf);
        } else if (type.isEnum() && EnumType.class.isAssignableFrom(type)) {
            return enumOf((EnumType) type.getEnumConstants()[0]);
        }
        return Optional.empty();
    }

    private static Optional<CellType> enumOf(EnumType any) {
        @Nullable String name = any.getName();
        @Nullable Schema schema = any.getSchema();
        if (name == null) {
            return Optional.empty();
        }
        // a schema is rendered as the settings map it
        QueryPart qualified = schema == null ? DSL.name(name) : DSL.sql("{0}.{1}", schema, DSL.name(name));
        return Optional.of(
                new CellType(qualified, (value, out) -> out.text(((EnumType) value).getLiteral()), false, true));
    }

    private static CellType arrayOf(CellType element) {
        return new CellType(
                DSL.sql("{0}[]", element.sqlName),
                (values, out) -> writeAll((Object[]) values, element, out),
                true,
                true);
    }

    private static void writeAll(Object[] values, CellType element, CellText out) {
        out.raw('{');
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.raw(',');
            }
            element.writeElement(values[i], out);
        }
        out.raw('}');
    }

    private void writeElement(@Nullable Object value, CellText out) {
        if (value == null) {
            out.raw("NULL");
        } else if (isQuoted) {
            out.openElement();
            writer.write(value, out);
            out.closeElement();
        } else {
            writer.write(value, out);
        }
    }
}
