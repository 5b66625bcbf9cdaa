// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capabilities;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.ErrorInfo;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;

/**
 * Rows that policies of row-level security keep from a backend. The server leaves them out without an error, so they look like
 * rows that are gone, and would be removed from the other side.
 *
 * <p>Source: PostgreSQL manual, Row Security Policies, and {@code row_security_active} in System Information Functions.
 */
final class HiddenRows {

    private HiddenRows() {}

    /**
     * Does nothing if a backend sees every row of a table, or tells the server that it asks for all tenants.
     *
     * @throws AccessDeniedException naming the table, if policies may hide rows
     */
    static void refuse(Backend side, Table<?> table) {
        Capabilities can = side.capabilities();
        if (can.supports(Capability.SQL_CONDITIONS)
                && !can.supports(Capability.TENANTS)
                && ServerCondition.holds(side, isFiltered(table))) {
            throw new AccessDeniedException(
                    "policies of row-level security may hide rows from backend " + side.id()
                            + ", and a row that is not seen" + " would be deleted on the other side: "
                            + Capability.TENANTS.instead(),
                    new ErrorInfo("42501", table.getName(), null, null, null),
                    null);
        }
    }

    private static Condition isFiltered(Table<?> table) {
        return CustomCondition.of(context -> context.sql("row_security_active(")
                .visit(DSL.inline(DSL.using(context.configuration()).render(table)))
                .sql("::regclass)"));
    }
}
