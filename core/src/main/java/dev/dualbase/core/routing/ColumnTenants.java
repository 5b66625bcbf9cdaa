// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.routing;

import dev.dualbase.core.backend.Operation;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Operator;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads tenants from a column of conditions and rows. */
final class ColumnTenants implements TenantOf {

    private final String column;
    private final UnaryOperator<String> spelling;

    ColumnTenants(String column, UnaryOperator<String> spelling) {
        this.column = column;
        this.spelling = spelling;
    }

    @Override
    public Set<String> tenantsOf(Operation operation) {
        if (operation instanceof Read<?> read) {
            return inFilter(read.filter());
        } else if (operation instanceof Write.Insert<?> insert) {
            return inRows(insert.rows());
        } else if (operation instanceof Write.Upsert<?> upsert) {
            return inRows(upsert.rows());
        } else if (operation instanceof Write.Update<?> update) {
            return inUpdate(update);
        } else if (operation instanceof Write.Delete<?> delete) {
            return inFilter(delete.filter());
        }
        return Set.of();
    }

    /** An update that gives rows to another tenant is about both. */
    private Set<String> inUpdate(Write.Update<?> update) {
        Set<String> tenants = new HashSet<>(inFilter(update.filter()));
        Field<?> field = update.changes().field(column);
        if (!tenants.isEmpty() && field != null && update.changes().changed(field)) {
            tenants.addAll(spelled(Arrays.asList(update.changes().get(field))));
        }
        return tenants;
    }

    private Set<String> inFilter(Filter filter) {
        if (filter instanceof Filter.Comparison<?> comparison
                && comparison.operator() == Operator.EQ
                && isTenant(comparison.column())) {
            return spelled(List.of(comparison.value()));
        } else if (filter instanceof Filter.In<?> in && isTenant(in.column())) {
            return spelled(in.values());
        } else if (filter instanceof Filter.And all) {
            return all.operands().stream()
                    .map(this::inFilter)
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(Set.of());
        }
        return Set.of();
    }

    private Set<String> inRows(List<? extends Record> rows) {
        Set<String> tenants = new HashSet<>();
        for (Record row : rows) {
            Field<?> field = row.field(column);
            @Nullable Object value = field == null ? null : row.get(field);
            if (value == null) {
                return Set.of();
            }
            tenants.addAll(spelled(List.of(value)));
        }
        return tenants;
    }

    private boolean isTenant(Field<?> field) {
        return field.getName().equals(column);
    }

    private Set<String> spelled(Collection<?> values) {
        return values.stream().map(String::valueOf).map(spelling).collect(Collectors.toUnmodifiableSet());
    }
}
