// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import org.jooq.Catalog;
import org.jooq.EnumType;
import org.jooq.Schema;

/** As jOOQ generates the type of the same name. */
enum Mood implements EnumType {
    FINE("fine"),
    SO_SO("so, \"so\"");

    private final String literal;

    Mood(String literal) {
        this.literal = literal;
    }

    @Override
    public Catalog getCatalog() {
        return null;
    }

    @Override
    public Schema getSchema() {
        return null;
    }

    @Override
    public String getName() {
        return "mood";
    }

    @Override
    public String getLiteral() {
        return literal;
    }
}
