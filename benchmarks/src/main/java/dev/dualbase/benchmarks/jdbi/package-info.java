// SPDX-License-Identifier: Apache-2.0
/** Jdbi 3. */
@NullMarked
package dev.dualbase.benchmarks.jdbi;

import org.jspecify.annotations.NullMarked;
