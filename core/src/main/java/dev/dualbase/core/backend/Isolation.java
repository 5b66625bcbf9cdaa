// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/** Transaction isolation (PostgreSQL manual, 13.2). */
public enum Isolation {
    /** Each statement sees what was committed before it began: PostgreSQL's default. */
    READ_COMMITTED,
    /** All statements see what was committed before the first of them. */
    REPEATABLE_READ,
    /** As if transactions ran one after another. */
    SERIALIZABLE
}
