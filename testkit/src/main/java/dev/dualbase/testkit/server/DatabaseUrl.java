// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JDBC address that names a database, and its siblings on the same server. */
record DatabaseUrl(String server, String database, String options) {
    private static final Pattern SHAPE = Pattern.compile("(jdbc:postgresql:(?://[^/?]*/)?)([^/?]+)(\\?.*)?");

    static DatabaseUrl parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new TestServerException(
                    "The address of the test server must look like jdbc:postgresql://host:5432/database");
        }
        String options = matcher.group(3);
        return new DatabaseUrl(matcher.group(1), matcher.group(2), options == null ? "" : options);
    }

    DatabaseUrl sibling(String name) {
        return new DatabaseUrl(server, name, options);
    }

    String text() {
        return server + database + options;
    }

    /** Options may hold a password. */
    String withoutOptions() {
        return server + database;
    }
}
