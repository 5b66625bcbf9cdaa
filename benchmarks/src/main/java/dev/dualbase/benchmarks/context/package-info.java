// SPDX-License-Identifier: Apache-2.0
/** The ten reads of one incoming message: what they are, and what they bring. */
@NullMarked
package dev.dualbase.benchmarks.context;

import org.jspecify.annotations.NullMarked;
