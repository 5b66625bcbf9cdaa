// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import static dev.dualbase.core.internal.text.Columns.assertReads;
import static dev.dualbase.core.internal.text.Columns.assertRefused;
import static dev.dualbase.core.internal.text.Columns.assertText;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArrayCodecTest {
    private static final DataType<String[]> TEXTS = SQLDataType.CLOB.array();
    private static final DataType<String[][]> TABLE = TEXTS.array();

    @Test
    void every_element_is_quoted() {
        assertText(
                TEXTS,
                new String[] {"a", "", "NULL", null, "say \"hi\"", "back\\slash", "{,}", " "},
                "{\"a\",\"\",\"NULL\",NULL,\"say \\\"hi\\\"\",\"back\\\\slash\",\"{,}\",\" \"}");
        assertText(
                SQLDataType.BIGINT.array(),
                new Long[] {1L, null, Long.MAX_VALUE},
                "{\"1\",NULL,\"9223372036854775807\"}");
        assertText(SQLDataType.LOCALDATE.array(), new LocalDate[] {LocalDate.of(-43, 3, 15)}, "{\"0044-03-15 BC\"}");
        assertText(SQLDataType.BLOB.array(), new byte[][] {{1, 2}, {}}, "{\"\\\\x0102\",\"\\\\x\"}");
    }

    @Test
    void elements_without_quotes_are_read() {
        assertReads(TEXTS, "{a,\"b,c\",NULL,null,a b,\\N\\ULL}", new String[] {"a", "b,c", null, null, "a b", "NULL"});
        assertReads(SQLDataType.BIGINT.array(), "[0:2]={1,2,NULL}", new Long[] {1L, 2L, null});
    }

    @Test
    void an_array_may_be_empty() {
        assertText(TEXTS, new String[0], "{}");
        assertText(TABLE, new String[0][], "{}");
        assertThat(TextFormat.write(TABLE, new String[][] {{}, {}})).isEqualTo("{}");
    }

    @Test
    void arrays_may_be_nested() {
        assertText(TABLE, new String[][] {{"a", null}, {"}", ""}}, "{{\"a\",NULL},{\"}\",\"\"}}");
        assertReads(TABLE, "[1:2][0:0]={{a},{b}}", new String[][] {{"a"}, {"b"}});
    }

    @Test
    void values_of_a_list_become_one_literal() {
        assertThat(TextFormat.arrayOf(SQLDataType.INTEGER, List.of())).isEqualTo("{}");
        assertThat(TextFormat.arrayOf(SQLDataType.INTEGER, Arrays.asList(1, null)))
                .isEqualTo("{\"1\",NULL}");
        assertThat(TextFormat.arrayOf(SQLDataType.VARCHAR(1), List.of("a\"b"))).isEqualTo("{\"a\\\"b\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{a", "{\"a}", "{a,}", "{,a}", "{a}x", "{a\\", "{{a}}", "[0:2]", "zz", "{\"a\"b}"})
    void what_is_no_array_is_refused(String text) {
        assertRefused(TEXTS, text);
    }

    @Test
    void an_array_of_fewer_dimensions_is_refused() {
        assertRefused(TABLE, "{a,b}");
    }
}
