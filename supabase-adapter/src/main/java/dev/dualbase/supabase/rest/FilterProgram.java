// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Operator;
import dev.dualbase.core.internal.text.TextCodec;
import dev.dualbase.core.internal.text.TextFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A filter in the postfix notation of the function {@code dualbase_write}: steps, and apart from them the values. */
final class FilterProgram {

    private final List<Step> steps = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    private FilterProgram() {}

    /**
     * Translates a filter.
     *
     * @throws UnsupportedCapabilityException for {@link dev.dualbase.core.filter.Filters#sql}
     */
    static FilterProgram of(Filter filter) {
        FilterProgram program = new FilterProgram();
        program.add(filter);
        return program;
    }

    /** Writes the members {@code where} and {@code values} of a write. */
    void writeTo(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("where");
        for (Step step : steps) {
            step.writeTo(json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("values");
        for (Value value : values) {
            value.writeTo(json);
        }
        json.writeEndArray();
    }

    private void add(Filter filter) {
        if (filter instanceof Filter.Comparison<?> f) {
            add(f);
        } else if (filter instanceof Filter.Between<?> f) {
            add(f);
        } else if (filter instanceof Filter.In<?> f) {
            add(f);
        } else if (filter instanceof Filter.IsNull f) {
            steps.add(new Step("null", f.column().getName(), null));
        } else if (filter instanceof Filter.TextMatch f) {
            compare(f.ignoreCase() ? "ilike" : "like", f.column(), LikePattern.of(f));
        } else if (filter instanceof Filter.ArrayMatch<?> f) {
            compare(f.operator().sql(), f.column(), elements(f));
        } else if (filter instanceof Filter.JsonContains f) {
            compare("@>", f.column(), f.document().data());
        } else if (filter instanceof Filter.JsonTextEquals f) {
            addPath(f);
        } else {
            addLogic(filter);
        }
    }

    private void addLogic(Filter filter) {
        if (filter instanceof Filter.And f) {
            join("and", f.operands(), "true");
        } else if (filter instanceof Filter.Or f) {
            join("or", f.operands(), "false");
        } else if (filter instanceof Filter.Not f) {
            add(f.operand());
            steps.add(new Step("not", null, null));
        } else if (filter instanceof Filter.EveryRow) {
            steps.add(new Step("true", null, null));
        } else if (filter instanceof Filter.NoRow) {
            steps.add(new Step("false", null, null));
        } else if (filter instanceof Filter.Sql) {
            throw new UnsupportedCapabilityException(
                    "a condition written in SQL needs a backend with " + Capability.SQL_CONDITIONS);
        } else {
            throw new IllegalStateException("Filter is sealed, and all of it is above");
        }
    }

    private void join(String operator, List<Filter> operands, String empty) {
        operands.forEach(this::add);
        steps.add(operands.isEmpty() ? new Step(empty, null, null) : new Step(operator, null, operands.size()));
    }

    private <T> void add(Filter.Comparison<T> f) {
        String operator = f.operator() == Operator.IS_DISTINCT_FROM
                ? "distinct"
                : f.operator().sql();
        compare(operator, f.column(), TextFormat.write(f.column(), f.value()));
    }

    private <T> void add(Filter.Between<T> f) {
        TextCodec<T> codec = TextFormat.of(f.column());
        compare(">=", f.column(), codec.write(f.low()));
        compare("<=", f.column(), codec.write(f.high()));
        steps.add(new Step("and", null, 2));
    }

    private <T> void add(Filter.In<T> f) {
        TextCodec<T> codec = TextFormat.of(f.column());
        compare(
                "in",
                f.column(),
                new Value(true, f.values().stream().map(codec::write).toList()));
    }

    private void addPath(Filter.JsonTextEquals f) {
        compare("path", f.column(), new Value(true, f.path()));
        values.add(new Value(false, List.of(f.text())));
    }

    private void compare(String operator, Field<?> column, String value) {
        compare(operator, column, new Value(false, List.of(value)));
    }

    private void compare(String operator, Field<?> column, Value value) {
        steps.add(new Step(operator, column.getName(), values.size()));
        values.add(value);
    }

    private static <T> String elements(Filter.ArrayMatch<T> f) {
        return elements(f.column().getDataType().getArrayComponentDataType(), f.values());
    }

    private static <E> String elements(@Nullable DataType<E> elementType, List<?> values) {
        DataType<E> type = Objects.requireNonNull(elementType, "a filter on arrays is checked when made");
        return TextFormat.arrayOf(
                type, values.stream().map(type.getType()::cast).toList());
    }

    /**
     * One step.
     *
     * @param number the position of the value of a comparison, or how many conditions are joined
     */
    private record Step(
            String operator,
            @Nullable String column,
            @Nullable Integer number) {

        void writeTo(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("op", operator);
            if (column != null) {
                json.writeStringField("column", column);
            }
            if (number != null) {
                json.writeNumberField(column == null ? "of" : "at", number);
            }
            json.writeEndObject();
        }
    }

    /** One text or a list of them. */
    private record Value(boolean list, List<String> texts) {

        void writeTo(JsonGenerator json) throws IOException {
            if (list) {
                Texts.write(json, texts);
            } else {
                json.writeString(texts.get(0));
            }
        }

        /** Nothing of the texts: they are data. */
        @Override
        public String toString() {
            return texts.size() + " values";
        }
    }
}
