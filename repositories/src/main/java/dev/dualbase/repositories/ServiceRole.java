// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The rights of the role that a service logs in with: to read and write rows of the salon's tables, and nothing else. Partitions
 * of messages, sequences after a copy and migrations are the owner's work. The same script is at {@code db/roles} on the class
 * path, with {@code ${role}} as a placeholder.
 */
public final class ServiceRole {

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
        return RoleScript.read("service_role.sql").replace("${role}", quoted);
    }
}
