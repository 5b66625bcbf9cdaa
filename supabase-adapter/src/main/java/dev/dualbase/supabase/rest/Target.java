// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.schema.LiveTable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Where a table is found.
 *
 * @param table its name
 * @param schema its schema, null for the first one that the server exposes
 */
record Target(String table, @Nullable String schema) {

    /**
     * Where a table is found.
     *
     * @param mappedSchema the schema to use in place of the one the table was generated from
     */
    static Target of(Table<?> table, @Nullable String mappedSchema) {
        String schema =
                mappedSchema != null ? mappedSchema : LiveTable.schemaOf(table).orElse(null);
        if (schema != null && !HeaderText.isValue(schema)) {
            throw new UnsupportedCapabilityException(
                    "the schema of " + table.getName() + " has a name that no HTTP header can carry");
        }
        return new Target(table.getName(), schema);
    }

    /** Percent-encoded, with a slash before it. */
    String path() {
        return "/" + URLEncoder.encode(table, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
