// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.schema;

/**
 * One way in which the database is not what the code expects.
 *
 * @param kind what differs
 * @param table the table
 * @param object the column, key or index
 * @param message what is expected and what was found
 */
public record SchemaDifference(Kind kind, String table, String object, String message) {

    /** What differs. */
    public enum Kind {
        /** The table does not exist. */
        MISSING_TABLE(true),
        /** A column does not exist. */
        MISSING_COLUMN(true),
        /** A column has another type, length or precision. */
        DIFFERENT_TYPE(true),
        /** A column refuses NULL here and not there, or the other way round. */
        DIFFERENT_NULLABILITY(false),
        /** A column the code does not know must be given a value, so that no insert can succeed. */
        UNKNOWN_REQUIRED_COLUMN(true),
        /** A key of the code has no full unique index, so that an upsert by it would fail. */
        MISSING_KEY(true),
        /** A unique index the code does not know: it may refuse rows that the code takes for distinct. */
        EXTRA_UNIQUE(false);

        private final boolean fatal;

        Kind(boolean fatal) {
            this.fatal = fatal;
        }

        /** Whether operations will fail because of it. */
        public boolean fatal() {
            return fatal;
        }
    }

    @Override
    public String toString() {
        return table + ": " + message;
    }
}
