// SPDX-License-Identifier: Apache-2.0
/** What a library does to be measured: one interface for each group of workloads. */
@NullMarked
package dev.dualbase.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
