// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.schema;

/**
 * A column as the database has it.
 *
 * @param name its name
 * @param type its type as {@code pg_catalog.format_type} writes it, such as {@code character varying(50)}
 * @param nullable whether it may be NULL
 * @param filled whether the database fills it where an insert leaves it out: default, identity or generated
 */
public record LiveColumn(String name, String type, boolean nullable, boolean filled) {}
