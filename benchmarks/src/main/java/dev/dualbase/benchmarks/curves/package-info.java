// SPDX-License-Identifier: Apache-2.0
/** How costs grow with rows, tables and threads. */
@NullMarked
package dev.dualbase.benchmarks.curves;

import org.jspecify.annotations.NullMarked;
