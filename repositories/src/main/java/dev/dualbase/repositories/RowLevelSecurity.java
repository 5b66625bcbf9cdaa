// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

/**
 * Policies by which the database itself keeps the salons apart: a statement sees and writes rows of the salon that it is for, and
 * without a salon none, whatever its condition says. The backend tells the server which salon that is:
 *
 * <pre>{@code
 * JdbcBackend.builder("timeweb").tenantSetting(RowLevelSecurity.SETTING)
 * }</pre>
 *
 * <p>Every repository here says it with each call; those named {@code ...AcrossCompanies} are for all salons. So a mistake in a
 * condition stays within its salon. It is no wall against whoever can run statements of their own as the service: they can
 * change the setting.
 *
 * <p>The script is at {@code db/roles} on the class path, too.
 */
public final class RowLevelSecurity {

    /** The setting of the server that the policies read. */
    public static final String SETTING = "dualbase.company_id";

    private RowLevelSecurity() {}

    /**
     * The SQL that turns the policies on in the current schema, for every role but superusers and those with
     * {@code BYPASSRLS}. It is run by the owner of the tables, and may be run again.
     */
    public static String script() {
        return RoleScript.read("row_level_security.sql");
    }
}
