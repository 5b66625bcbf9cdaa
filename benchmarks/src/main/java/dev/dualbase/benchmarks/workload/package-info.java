// SPDX-License-Identifier: Apache-2.0
/** The workloads, for JMH. */
@NullMarked
package dev.dualbase.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
