// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/** What one backend can do and another cannot. */
public enum Capability {
    /** Several operations, reads among them, that take effect together or not at all. */
    TRANSACTIONS(
            "a transaction with reads in it stays open between calls, and a server that is asked by requests ends it with each",
            "use a backend over JDBC; where only writes have to go together, ATOMIC_WRITES is enough"),
    /**
     * Several writes of any tables that take effect together or not at all. Without {@link #TRANSACTIONS} they are sent at the
     * end of the transaction: reads in it are refused, and its writes answer before they are carried out. See
     * {@link WriteResult#UNKNOWN}.
     */
    ATOMIC_WRITES(
            "one request carries one write, and the rows that some updates changed cannot be told in its answer",
            "install the functions of the backend, or update without asking for the rows and read them afterwards"),
    /** A stream that sees one state of the table from first to last row. */
    CONSISTENT_STREAMS(
            "each page of a stream is a request of its own, and sees the state of its moment",
            "use a backend over JDBC where the rows must be of one moment; no row is lost or given twice on any"),
    /** {@link dev.dualbase.core.filter.Filters#sql}. */
    SQL_CONDITIONS("the server takes no SQL", "use the other factories of Filters, which every backend answers"),
    /** A bulk whose rows set different columns, all or nothing. */
    ATOMIC_MIXED_BULK(
            "rows that set different columns take a request for each kind of row",
            "install the functions of the backend, or allow the bulk to be split with BulkOptions.splittable()"),
    /** JSON's own {@code null} in a column, apart from NULL. */
    JSON_NULLS(
            "a request cannot tell the two apart, and would store NULL",
            "install the functions of the backend, or leave the document out"),
    /** A filter of any length, such as thousands of values that a row must not have. */
    LONG_FILTERS(
            "a filter travels in a URL, whose length gateways bound; only a list of values that a row may have can be divided",
            "ask for fewer values at a time, or keep them in a column to filter by"),
    /** {@link Write.Noted}: a write that notes the keys of its rows in the same statement. */
    KEY_NOTES(
            "a request names one table, and cannot take a line of another one with it",
            "use a backend over JDBC, or write both in one transaction"),
    /** Telling the server for which {@linkplain Origin#tenant() tenant} an operation is, for policies of row-level security. */
    TENANTS(
            "nothing was named in which the server could be told, or a request cannot set anything",
            "name a setting with JdbcBackendBuilder.tenantSetting, or log in with a role that no policy holds back"),
    /** {@link Backend#describe} with everything that is in the catalog. */
    CATALOG("the server does not show its catalog", "install the functions of the backend, or check over JDBC");

    private final String whyNot;
    private final String instead;

    Capability(String whyNot, String instead) {
        this.whyNot = whyNot;
        this.instead = instead;
    }

    /** Why a backend may lack it: half a sentence for messages and documents. */
    public String whyNot() {
        return whyNot;
    }

    /** What a caller of a backend without it can do: half a sentence for messages and documents. */
    public String instead() {
        return instead;
    }
}
