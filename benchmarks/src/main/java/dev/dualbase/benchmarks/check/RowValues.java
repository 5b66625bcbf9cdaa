// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** The values of a row, whatever library made it: of the fields of its class in their order, JSON as a tree. */
final class RowValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RowValues() {}

    static List<@Nullable Object> of(@Nullable Object row) {
        List<@Nullable Object> values = new ArrayList<>();
        if (row instanceof org.jooq.Record jooq) {
            Arrays.stream(jooq.intoArray()).map(RowValues::plain).forEach(values::add);
        } else {
            fields(Objects.requireNonNull(row, "no row"), values);
        }
        return values;
    }

    private static void fields(Object row, List<@Nullable Object> values) {
        for (Field field : row.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                values.add(plain(get(field, row)));
            }
        }
    }

    private static @Nullable Object get(Field field, Object row) {
        try {
            field.setAccessible(true);
            return field.get(row);
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Object[] array) {
            return List.of(array);
        } else if (value instanceof JSONB json) {
            return tree(json.data());
        } else if (value instanceof JsonNode node) {
            return node.isNull() ? null : tree(node.toString());
        } else if (value instanceof Record json && value.getClass().getRecordComponents().length == 1) {
            return fieldsOf(json).get(0);
        } else if (value instanceof String text && (text.startsWith("[") || text.startsWith("{"))) {
            return tree(text);
        } else if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return value;
    }

    private static List<@Nullable Object> fieldsOf(Object value) {
        List<@Nullable Object> values = new ArrayList<>();
        fields(value, values);
        return values;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
