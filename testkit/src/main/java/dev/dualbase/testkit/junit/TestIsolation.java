// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

/** How many tests share a database. */
public enum TestIsolation {
    /** Each test method, and each run of a repeated or parameterised one, has its own: nothing can be left over. */
    DATABASE_PER_METHOD,

    /** All methods of a class, and of the classes nested in it, share one. For expensive rows made in {@code @BeforeAll}. */
    DATABASE_PER_CLASS
}
