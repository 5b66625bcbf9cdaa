-- A table of a host's own, beside those of the salon.
CREATE TABLE invoices (
    company_id bigint         NOT NULL,
    number     bigint         NOT NULL,
    amount     numeric(10, 2) NOT NULL CHECK (amount > 0),
    paid_at    timestamptz,
    CONSTRAINT invoices_pkey PRIMARY KEY (company_id, number)
);

COMMENT ON TABLE invoices IS 'Invoices of the subscription.';
COMMENT ON COLUMN invoices.company_id IS 'Number of the salon.';
COMMENT ON COLUMN invoices.number IS 'Number of the invoice, unique within the salon.';
COMMENT ON COLUMN invoices.amount IS 'Amount in roubles.';
COMMENT ON COLUMN invoices.paid_at IS 'When it was paid, empty while it is open.';
