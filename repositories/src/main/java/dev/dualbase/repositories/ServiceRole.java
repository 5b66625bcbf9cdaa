// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The rights of the role that a service logs in with: to read and write rows of the salon's tables, and nothing else. Partitions
 * of messages and migrations are the owner's work, and so are sequences after a copy unless the role may do it for the time of a
 * move: {@link #sequencesScript}. The same script is at {@code db/roles} on the class
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
        return read("service_role.sql", role);
    }

    /**
     * The SQL that lets a role move the sequences of the salon's tables as well, which a switch of backends does when writes come
     * to a side. It is run by the owner of the tables, and taken back once nothing moves any more: {@code REVOKE UPDATE ON ALL
     * SEQUENCES IN SCHEMA}; the right to see them stays, a start looks at them. Where it is not run, name a backend of the owner with
     * {@link dev.dualbase.repositories.flag.BackendSwitchBuilder#sequencesThrough}. The script is at {@code db/roles} too.
     *
     * @param role a role that exists, and may use the schema
     * @throws IllegalArgumentException for a name with a dollar sign, which could end a quoted part of the script
     */
    public static String sequencesScript(String role) {
        return read("sequences.sql", role);
    }

    private static String read(String script, String role) {
        if (role.contains("$")) {
            throw new IllegalArgumentException("the name of the role has a dollar sign");
        }
        String quoted = DSL.using(SQLDialect.POSTGRES).render(DSL.quotedName(role));
        return RoleScript.read(script).replace("${role}", quoted);
    }
}
