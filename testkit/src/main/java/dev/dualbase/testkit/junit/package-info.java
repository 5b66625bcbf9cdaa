// SPDX-License-Identifier: Apache-2.0
/** {@link dev.dualbase.testkit.junit.PostgresTest}: databases of their own for JUnit tests, and what goes with them. */
@NullMarked
package dev.dualbase.testkit.junit;

import org.jspecify.annotations.NullMarked;
