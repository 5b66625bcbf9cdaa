// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.type.ColumnName;
import org.jooq.Field;

/**
 * Names and values in PostgREST's double quotes, where nothing but the quote and the backslash has a meaning. Everything
 * inside a tree or a list is quoted, because text behind an unquoted value is ignored without an error there.
 */
final class Quoted {

    private Quoted() {}

    /**
     * The name of a column.
     *
     * @throws UnsupportedCapabilityException for a column named {@code *}, which PostgREST takes for all columns even in quotes
     */
    static String column(Field<?> column) {
        if (column.getName().equals("*")) {
            throw new UnsupportedCapabilityException(
                    ColumnName.of(column) + " has a name that REST takes for all columns; rename it");
        }
        return of(column.getName());
    }

    static String of(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
