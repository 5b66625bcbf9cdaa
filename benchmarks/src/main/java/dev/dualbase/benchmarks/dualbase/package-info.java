// SPDX-License-Identifier: Apache-2.0
/** Our repositories as a host uses them. */
@NullMarked
package dev.dualbase.benchmarks.dualbase;

import org.jspecify.annotations.NullMarked;
