// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import static dev.dualbase.core.internal.text.Columns.assertRefused;
import static dev.dualbase.core.internal.text.Columns.assertText;
import static dev.dualbase.core.internal.text.Columns.column;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.UnsupportedCapabilityException;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.EnumType;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TextFormatTest {
    private static final DataType<Object> INET = DefaultDataType.getDefaultDataType("\"pg_catalog\".\"inet\"");

    private enum Mood implements EnumType {
        GLAD;

        @Override
        public String getLiteral() {
            return "so glad";
        }

        @Override
        public String getName() {
            return "mood";
        }
    }

    private record Phone(long digits) {}

    private static final DataType<Phone> PHONE = SQLDataType.BIGINT.asConvertedDataType(
            Converter.ofNullable(Long.class, Phone.class, Phone::new, Phone::digits));

    @Test
    void an_enum_is_its_literal() {
        DataType<Mood> mood = SQLDataType.VARCHAR.asEnumDataType(Mood.class);
        assertText(mood, Mood.GLAD, "so glad");
        assertText(mood.array(), new Mood[] {Mood.GLAD, null}, "{\"so glad\",NULL}");
        assertRefused(mood, "GLAD");
    }

    @Test
    void a_converter_stands_between_the_value_and_its_text() {
        assertText(PHONE, new Phone(7999), "7999");
        assertText(PHONE.array(), new Phone[] {new Phone(1), null}, "{\"1\",NULL}");
        assertRefused(PHONE, "+7 999");
    }

    @Test
    void a_converter_may_be_of_a_whole_array() {
        DataType<String> joined = SQLDataType.CLOB
                .array()
                .asConvertedDataType(String.class, parts -> String.join("-", parts), text -> text.split("-"));
        assertText(joined, "a-b", "{\"a\",\"b\"}");
    }

    @Test
    void a_type_without_text_form_is_refused_by_the_names_of_column_and_class() {
        assertThatThrownBy(() -> TextFormat.write(column(INET), "secret"))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("shop.c")
                .hasMessageContaining("java.lang.Object")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> TextFormat.of(INET)).isInstanceOf(UnsupportedCapabilityException.class);
    }
}
