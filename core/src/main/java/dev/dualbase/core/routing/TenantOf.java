// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.routing;

import dev.dualbase.core.backend.Operation;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Tells whose rows an operation is about. Called before each operation, in its thread, where a plan routes tenants. */
@FunctionalInterface
public interface TenantOf {

    /**
     * Every tenant whose rows the operation may touch; empty if they cannot be told, or the table has no tenants. It must
     * not leave one out.
     */
    Set<String> tenantsOf(Operation operation);

    /** Never knows. */
    static TenantOf unknown() {
        return operation -> Set.of();
    }

    /**
     * Goes by a column. Of a filter counts a condition that the column equals a value, or one of a list, by itself or as
     * one of several that must all be true. Of rows count the values they set; one that leaves the column unset makes the
     * tenants unknown.
     *
     * @param column the name of the column, in every table that has tenants
     * @param spelling gives a value its one spelling, such as {@code 962302} for {@code company_962302}
     */
    static TenantOf column(String column, UnaryOperator<String> spelling) {
        return new ColumnTenants(column, spelling);
    }
}
