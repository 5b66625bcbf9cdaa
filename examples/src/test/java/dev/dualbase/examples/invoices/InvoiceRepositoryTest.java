// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.examples.invoices.schema.InvoicesRecord;
import dev.dualbase.testkit.junit.PostgresTest;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

@PostgresTest(migrations = "classpath:db/invoices")
class InvoiceRepositoryTest {

    private static InvoicesRecord invoice(long number, String amount) {
        InvoicesRecord invoice = new InvoicesRecord();
        invoice.setCompanyId(1L);
        invoice.setNumber(number);
        invoice.setAmount(new BigDecimal(amount));
        return invoice;
    }

    @Test
    void finds_the_open_invoices_of_a_salon(InvoiceRepository invoices) {
        invoices.insert(invoice(1, "10.00"));
        invoices.insert(invoice(2, "30.00"));

        assertThat(invoices.findOpen(1)).extracting(InvoicesRecord::getNumber).containsExactly(2L, 1L);
        assertThat(invoices.findOpen(2)).isEmpty();
    }

    @Test
    void an_invoice_is_paid_once(InvoiceRepository invoices) {
        invoices.insert(invoice(1, "10.00"));

        assertThat(invoices.markPaid(1, 1, OffsetDateTime.now())).isTrue();
        assertThat(invoices.markPaid(1, 1, OffsetDateTime.now())).isFalse();
    }
}
