// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.testkit.junit.PostgresTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Each test has a database that holds the {@link TwoSalons}, and nothing else. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EachBackend
@PostgresTest(schema = TwoSalons.class, backend = BackendOfRun.class, maxConnections = 8)
@interface SalonTest {}
