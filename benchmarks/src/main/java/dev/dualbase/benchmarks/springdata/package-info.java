// SPDX-License-Identifier: Apache-2.0
/** Spring Data JDBC. */
@NullMarked
package dev.dualbase.benchmarks.springdata;

import org.jspecify.annotations.NullMarked;
