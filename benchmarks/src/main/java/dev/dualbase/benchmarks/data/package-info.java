// SPDX-License-Identifier: Apache-2.0
/** The server, the rows and the statements that all contenders share. */
@NullMarked
package dev.dualbase.benchmarks.data;

import org.jspecify.annotations.NullMarked;
