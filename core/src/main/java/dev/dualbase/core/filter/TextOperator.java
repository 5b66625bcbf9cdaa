// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.filter;

/** How {@link Filter.TextMatch} matches a text. */
public enum TextOperator {
    /** A pattern with {@code %} and {@code _}, where a backslash makes the next character literal. */
    LIKE,
    /** The text anywhere inside, character for character. */
    CONTAINS,
    /** The text at the start, character for character. */
    STARTS_WITH,
    /** The text at the end, character for character. */
    ENDS_WITH
}
