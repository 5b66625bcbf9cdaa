// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class databases of their own on a real PostgreSQL.
 *
 * <p>Constructors, lifecycle methods and test methods may ask for a
 * {@link dev.dualbase.testkit.server.TestDatabase TestDatabase}, a {@link dev.dualbase.core.backend.Backend Backend} or
 * {@link dev.dualbase.core.jdbc.JdbcBackend JdbcBackend}, a {@link javax.sql.DataSource DataSource} without a pool,
 * {@link dev.dualbase.testkit.fixture.Fixtures Fixtures}, and any class that has a public constructor with a {@code Backend} as its only parameter, such as a repository. Classes and
 * methods may run in parallel. Put it on an annotation of your own to declare a schema once.
 *
 * <p>A test that leaves a connection open fails, and so does a class. The message names the line that opened it, if it
 * came from the {@code Backend} or the {@code DataSource}.
 *
 * <p>The database of a failed test is kept, and its address logged and reported. On an external server it stays for a day.
 * A server that the kit started outlives the JVM for it, until the next tests of this user start one; but not where the
 * environment variable {@code CI} is set. {@code dualbase.test.keep} chooses {@code never}, {@code failed} (as said) or
 * {@code always}.
 *
 * <p>Without a server the class fails, saying what to do. {@code dualbase.test.missing=skip} skips it instead, but not
 * where {@code CI} is set.
 *
 * <p>On an external server the {@code Backend}, and what is made of it, refuses tenants that are
 * {@linkplain dev.dualbase.testkit.fixture.ProtectedTenants protected}. {@code JdbcBackend} and {@code DataSource} are as they
 * are.
 *
 * <p>Settings are JUnit configuration parameters, system properties, or environment variables such as
 * {@code DUALBASE_TEST_KEEP}.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(PostgresTestExtension.class)
public @interface PostgresTest {
    /**
     * The schema as Flyway migrations, such as {@code classpath:db/migration} or
     * {@code filesystem:src/main/resources/db/migration}. At most one of this, {@link #script} and {@link #schema} may be
     * given; without any, databases are empty.
     */
    String[] migrations() default {};

    /** The schema as a script on the class path, such as {@code legacy/schema.sql}. */
    String script() default "";

    /** The schema as a class of one's own, with a constructor without parameters. */
    Class<? extends SchemaSource> schema() default SchemaSource.class;

    /** What opens the {@code Backend}, as a class of one's own; over JDBC unless given. */
    Class<? extends BackendSource> backend() default BackendSource.class;

    /** How many tests share a database. */
    TestIsolation isolation() default TestIsolation.DATABASE_PER_METHOD;

    /** Which kinds of server will do, in this order. Without any, the first that the machine or a setting offers. */
    ServerKind[] server() default {};

    /** The size of the pool of each {@code Backend}. */
    int maxConnections() default 4;
}
