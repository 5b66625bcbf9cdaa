// SPDX-License-Identifier: Apache-2.0
/** The time from main to the first row. */
@NullMarked
package dev.dualbase.benchmarks.start;

import org.jspecify.annotations.NullMarked;
