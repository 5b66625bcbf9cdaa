// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The rights of the role that a service logs in with: to read and write rows of the salon's tables, and nothing else. Partitions
 * of messages, sequences after a copy and migrations are the owner's work. The same script is at {@code db/roles} on the class
 * path, with {@code ${role}} as a placeholder.
 */
public final class ServiceRole {

    private static final String RESOURCE = "/db/roles/service_role.sql";

    private ServiceRole() {}

    /**
     * The SQL that grants a role its rights in the current schema. It is run by the owner of the tables, and may be run again.
     *
     * @param role a role that exists, and may use the schema
     * @throws IllegalArgumentException for a name with a dollar sign, which could end a quoted part of the script
     */
    public static String script(String role) {
        if (role.contains("$")) {
            throw new IllegalArgumentException("the name of the role has a dollar sign");
        }
        String quoted = DSL.using(SQLDialect.POSTGRES).render(DSL.quotedName(role));
        try (InputStream in = ServiceRole.class.getResourceAsStream(RESOURCE)) {
            String template = new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
            return template.replace("${role}", quoted);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
