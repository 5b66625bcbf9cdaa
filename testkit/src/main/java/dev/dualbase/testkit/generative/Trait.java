// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

/** What can be done with the values of a type. */
enum Trait {
    /** Compared for equality. */
    EQUAL,
    /** Compared by order, and sorted by. */
    ORDERED,
    /** A column of a page's order: it has a text form for cursors. */
    PAGED,
    /** A column of a key. */
    KEY,
    /** Matched with patterns. */
    TEXT,
    /** An array, with operators of its own. */
    ARRAY,
    /** A document, with operators of its own. */
    JSONB
}
