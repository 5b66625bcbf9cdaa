// SPDX-License-Identifier: Apache-2.0
/** Shows before measuring that all contenders do the same. */
@NullMarked
package dev.dualbase.benchmarks.check;

import org.jspecify.annotations.NullMarked;
