// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.invoices;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.examples.invoices.schema.Tables.INVOICES;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.examples.invoices.schema.InvoicesRecord;
import java.time.OffsetDateTime;
import java.util.List;

/** The invoices of salons. */
public final class InvoiceRepository extends BaseRepository<InvoicesRecord> {

    /** Invoices on a backend. */
    public InvoiceRepository(Backend backend) {
        super(backend, INVOICES);
    }

    /** The open invoices of a salon, the greatest amount first. */
    public List<InvoicesRecord> findOpen(long company) {
        return findMany(
                eq(INVOICES.COMPANY_ID, company).and(isNull(INVOICES.PAID_AT)), Order.by(Sort.desc(INVOICES.AMOUNT)));
    }

    /** Marks an open invoice as paid; false if it was paid already, or there is none. */
    public boolean markPaid(long company, long number, OffsetDateTime when) {
        InvoicesRecord changes = newRecord();
        changes.setPaidAt(when);
        long changed = updateWhere(
                eq(INVOICES.COMPANY_ID, company)
                        .and(eq(INVOICES.NUMBER, number))
                        .and(isNull(INVOICES.PAID_AT)),
                changes);
        return changed == 1;
    }
}
