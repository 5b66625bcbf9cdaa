// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.Test;

class UpsertBatchTest {
    @Test
    void midnight_at_the_end_of_a_day_is_not_the_microsecond_before_it() {
        LocalTime last = LocalTime.of(23, 59, 59, 999_999_000);

        assertThat(distinctKeys(SQLDataType.LOCALTIME, LocalTime.MAX, last)).isEqualTo(2);
        assertThat(distinctKeys(SQLDataType.LOCALTIME, last, last.plusNanos(1))).isEqualTo(1);
    }

    @Test
    void there_is_one_zero() {
        assertThat(distinctKeys(SQLDataType.DOUBLE, 0.0, -0.0)).isEqualTo(1);
        assertThat(distinctKeys(SQLDataType.REAL, 0.0f, -0.0f)).isEqualTo(1);
        assertThat(distinctKeys(SQLDataType.DOUBLE, Double.NaN, Double.NaN)).isEqualTo(1);
    }

    @Test
    void trailing_blanks_count_in_text_but_not_in_char() {
        assertThat(distinctKeys(SQLDataType.CHAR(4), "a", "a  ")).isEqualTo(1);
        assertThat(distinctKeys(SQLDataType.CLOB, "a", "a  ")).isEqualTo(2);
    }

    private static <T> int distinctKeys(DataType<T> type, T first, T second) {
        Keyed<T> table = new Keyed<>(type);
        List<Record> rows = Stream.of(first, second)
                .map(key -> {
                    Record row = table.newRecord();
                    row.set(table.key, key);
                    return row;
                })
                .toList();
        UpsertBatch<Record> batch = UpsertBatch.of(new Write.Upsert<>(
                table, rows, table.unique, BulkOptions.atomic(), false, new Origin("Test", "distinctKeys")));
        return batch.groups().get(0).rows().size();
    }

    private static final class Keyed<T> extends TableImpl<Record> {
        private static final long serialVersionUID = 1L;

        final TableField<Record, T> key;
        final UniqueKey<Record> unique;

        Keyed(DataType<T> type) {
            super(DSL.name("keyed"));
            key = createField(DSL.name("key"), type.nullable(false), this);
            unique = Internal.createUniqueKey(this, DSL.name("keyed_key"), key);
        }
    }
}
