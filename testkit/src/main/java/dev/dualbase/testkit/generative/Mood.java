// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import org.jooq.EnumType;

/** An enum of the database, which sorts in the order of declaration and not by name. */
enum Mood implements EnumType {
    SO_SO("so, \"so\""),
    HAPPY("happy"),
    NULL("null"),
    AWFUL("Awful");

    static final String TYPE = "odd \"mood\"";

    private final String literal;

    Mood(String literal) {
        this.literal = literal;
    }

    @Override
    public String getLiteral() {
        return literal;
    }

    @Override
    public String getName() {
        return TYPE;
    }
}
