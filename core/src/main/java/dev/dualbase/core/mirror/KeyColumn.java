// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.internal.text.TextCodec;
import dev.dualbase.core.internal.text.TextFormat;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;

/** A column of a primary key, whose values are never NULL, as text and back. */
record KeyColumn<T>(Field<T> field, TextCodec<T> codec) {

    static <T> KeyColumn<T> of(Field<T> field) {
        return new KeyColumn<>(field, TextFormat.of(field));
    }

    /** One text for each value, also where the value has several forms: 1.0 and 1.00 are one key. */
    String text(Record row) {
        T value = row.get(field);
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : codec.write(value);
    }

    Filter equal(String text) {
        return Filters.eq(field, codec.read(text));
    }

    Filter in(List<String> texts) {
        return Filters.in(field, texts.stream().map(codec::read).toList());
    }
}
