// SPDX-License-Identifier: Apache-2.0
/** Hand-written JDBC: as fast as it gets. */
@NullMarked
package dev.dualbase.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
