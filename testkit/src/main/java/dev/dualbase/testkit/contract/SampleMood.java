// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import org.jooq.EnumType;

/** A type of the database's own, as jOOQ generates it. The order of the constants is that of the values. */
enum SampleMood implements EnumType {
    FINE("fine"),
    SO_SO("so, \"so\""),
    LOW("low");

    private final String literal;

    SampleMood(String literal) {
        this.literal = literal;
    }

    @Override
    public String getName() {
        return "contract_mood";
    }

    @Override
    public String getLiteral() {
        return literal;
    }
}
