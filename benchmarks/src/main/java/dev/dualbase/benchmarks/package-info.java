// SPDX-License-Identifier: Apache-2.0
/** Measures the library against hand-written JDBC and against other libraries. */
@NullMarked
package dev.dualbase.benchmarks;

import org.jspecify.annotations.NullMarked;
