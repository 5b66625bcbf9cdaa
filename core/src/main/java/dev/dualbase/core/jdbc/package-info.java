// SPDX-License-Identifier: Apache-2.0
/** PostgreSQL over JDBC: jOOQ renders, HikariCP pools, pgjdbc talks. */
@NullMarked
@CheckReturnValue
package dev.dualbase.core.jdbc;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
