// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives tests a PostgREST over their database. It stands beside
 * {@link dev.dualbase.testkit.junit.PostgresTest @PostgresTest}; whatever may ask for a {@code TestDatabase} there may ask
 * for a {@link PostgrestServer} then, and gets one that serves this database. It starts when it is first asked for and ends
 * before the database is dropped.
 *
 * <p>Where PostgREST is not to be had, the class is skipped with the reason. It fails where {@code CI} is set, or where
 * {@code dualbase.test.missing} is {@code fail}.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface WithPostgrest {
    /** How many rows it answers at most. */
    int maxRows() default 1000;

    /** What it shows, the first by default. */
    String[] schemas() default "public";
}
