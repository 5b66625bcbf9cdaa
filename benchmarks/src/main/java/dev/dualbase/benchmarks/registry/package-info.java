// SPDX-License-Identifier: Apache-2.0
/** All contenders by name. */
@NullMarked
package dev.dualbase.benchmarks.registry;

import org.jspecify.annotations.NullMarked;
