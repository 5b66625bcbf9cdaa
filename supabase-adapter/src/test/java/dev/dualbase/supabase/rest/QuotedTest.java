// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.UnsupportedCapabilityException;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

class QuotedTest {

    private static Field<String> column(String name) {
        return DSL.field(DSL.name("t", name), SQLDataType.CLOB);
    }

    @Test
    void a_name_is_quoted_whatever_is_in_it() {
        assertThat(Quoted.column(column("a\"b\\c, d.e*"))).isEqualTo("\"a\\\"b\\\\c, d.e*\"");
    }

    @Test
    void a_column_that_would_be_all_columns_is_refused() {
        assertThatThrownBy(() -> Quoted.column(column("*")))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("t.*")
                .hasMessageContaining("rename");
    }
}
