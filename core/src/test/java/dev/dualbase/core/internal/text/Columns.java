// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.ServerErrorException;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** A column of any type, and what all tests ask of it. */
final class Columns {
    private Columns() {}

    static <T> Field<T> column(DataType<T> type) {
        return DSL.field(DSL.name("public", "shop", "c"), type);
    }

    static <T> void assertText(DataType<T> type, T value, String text) {
        assertThat(TextFormat.write(column(type), value)).isEqualTo(text);
        assertThat(TextFormat.read(column(type), text)).isEqualTo(value);
    }

    static <T> void assertReads(DataType<T> type, String text, T value) {
        assertThat(TextFormat.read(column(type), text)).isEqualTo(value);
    }

    static void assertRefused(DataType<?> type, String text) {
        assertThatThrownBy(() -> TextFormat.read(column(type), text))
                .as(text)
                .isInstanceOfSatisfying(ServerErrorException.class, refused -> {
                    assertThat(refused).hasMessageContaining("table shop, column c");
                    assertThat(refused.sensitiveDetail()).contains(text);
                    if (!text.isEmpty()) {
                        assertThat(refused.getMessage()).doesNotContain(text);
                    }
                })
                .hasNoCause();
    }
}
