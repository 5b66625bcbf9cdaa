// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.List;
import org.jooq.JSONB;

/** The texts of one row: its name, the elements of its array, and the one member of its document. */
record HostileRow(String name, List<String> tags, String member, String value) {

    JSONB document() {
        return JSONB.jsonb("{" + JsonText.quoted(member) + ": " + JsonText.quoted(value) + "}");
    }

    HostileRow renamed(String newName) {
        return new HostileRow(newName, tags, member, value);
    }
}
