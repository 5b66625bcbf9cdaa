// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.schema;

/**
 * A column as the database has it.
 *
 * @param name its name
 * @param type its type as {@code pg_catalog.format_type} writes it, such as {@code character varying(50)}
 * @param baseType for a domain or an array of one the type it is over, which is what jOOQ knows; else the type again
 * @param nullable whether it may be NULL
 * @param filled whether the database fills it where an insert leaves it out: default, identity or generated
 */
public record LiveColumn(String name, String type, String baseType, boolean nullable, boolean filled) {}
