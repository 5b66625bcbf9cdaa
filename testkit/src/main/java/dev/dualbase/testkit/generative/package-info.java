// SPDX-License-Identifier: Apache-2.0
/**
 * Backends against a model in memory, on random tables, rows and filters. Whoever writes a backend extends
 * {@link dev.dualbase.testkit.generative.GenerativeContract}.
 */
@NullMarked
package dev.dualbase.testkit.generative;

import org.jspecify.annotations.NullMarked;
