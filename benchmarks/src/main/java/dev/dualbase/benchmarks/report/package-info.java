// SPDX-License-Identifier: Apache-2.0
/** Figures, targets, the table and the chart. */
@NullMarked
package dev.dualbase.benchmarks.report;

import org.jspecify.annotations.NullMarked;
