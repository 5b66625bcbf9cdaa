// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** A column of a {@link RandomTable}. */
record RandomColumn(int index, TableField<Record, ?> field, ColumnPlan plan) {
    ColumnKind kind() {
        return plan.kind();
    }

    boolean has(Trait trait) {
        return plan.kind().has(trait);
    }

    String name() {
        return plan.name();
    }

    /** What a row that does not set it gets. */
    @Nullable
    Object defaultValue() {
        ColumnKind.@Nullable Constant constant = plan.constant();
        return constant == null ? null : constant.value();
    }

    /** Whether a row cannot do without a value. */
    boolean refuses(@Nullable Object value) {
        return value == null && !plan.nullable();
    }

    /** The field of jOOQ as one of this type, which the kind of the column vouches for. */
    @SuppressWarnings("unchecked")
    <T> Field<T> as() {
        return (Field<T>) field;
    }

    @Override
    public String toString() {
        return name();
    }
}
