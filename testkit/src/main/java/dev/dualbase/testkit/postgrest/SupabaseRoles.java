// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import dev.dualbase.testkit.server.TestServerException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The roles that Supabase has, on the server of a database, and what they may do in it. */
final class SupabaseRoles {
    static final String ANONYMOUS = "anon";
    private static final String AUTHENTICATOR = "authenticator";
    private static final String SERVICE = "service_role";

    private SupabaseRoles() {}

    /** The user that PostgREST connects as. Who knows the password of that role on a server that was there before? */
    static String loginOf(TestDatabase database) {
        return database.server().kind() == ServerKind.EXTERNAL ? database.user() : AUTHENTICATOR;
    }

    /**
     * Creates what is missing.
     *
     * @throws TestServerException if the user of the server may not do that, or a schema does not exist
     */
    static void prepare(TestDatabase database, PostgrestOptions options) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            requireSuperuser(statement, database);
            connection.setAutoCommit(false);
            create(statement);
            for (String schema : options.schemas()) {
                grant(statement, schema);
            }
            for (var setting : options.roleSettings().entrySet()) {
                statement.execute("ALTER ROLE " + statement.enquoteIdentifier(loginOf(database), true)
                        + " IN DATABASE " + database.name()
                        + " SET " + statement.enquoteIdentifier(setting.getKey(), false)
                        + " TO " + statement.enquoteLiteral(setting.getValue()));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new TestServerException(
                    "PostgREST cannot be prepared on " + database.name() + ": " + e.getMessage(), e);
        }
    }

    private static void requireSuperuser(Statement statement, TestDatabase database) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
            if (!row.next() || !row.getBoolean(1)) {
                throw new TestServerException("PostgREST for tests needs a superuser, because it makes roles, and "
                        + database.user() + " on the " + database.server().name()
                        + " is none: set dualbase.test.user to one, or use another server");
            }
        }
    }

    /** The table of roles is locked: all databases share it, and others may do the same now. */
    private static void create(Statement statement) throws SQLException {
        statement.execute("""
                LOCK TABLE pg_authid IN SHARE ROW EXCLUSIVE MODE;
                DO $$
                DECLARE
                    role record;
                BEGIN
                    FOR role IN SELECT * FROM (VALUES
                        ('anon', 'NOLOGIN'), ('authenticated', 'NOLOGIN'), ('service_role', 'NOLOGIN BYPASSRLS'),
                        ('authenticator', 'LOGIN NOINHERIT')) AS wanted (name, attributes)
                    LOOP
                        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role.name) THEN
                            EXECUTE format('CREATE ROLE %I %s', role.name, role.attributes);
                            IF role.name = 'authenticator' THEN
                                GRANT anon, authenticated, service_role TO authenticator;
                            END IF;
                        END IF;
                    END LOOP;
                END
                $$
                """);
    }

    private static void grant(Statement statement, String name) throws SQLException {
        String schema = statement.enquoteIdentifier(name, true);
        statement.execute("GRANT USAGE ON SCHEMA " + schema + " TO " + SERVICE);
        for (String kind : new String[] {"TABLES", "SEQUENCES", "ROUTINES"}) {
            statement.execute("GRANT ALL ON ALL " + kind + " IN SCHEMA " + schema + " TO " + SERVICE);
            statement.execute(
                    "ALTER DEFAULT PRIVILEGES IN SCHEMA " + schema + " GRANT ALL ON " + kind + " TO " + SERVICE);
        }
    }
}
