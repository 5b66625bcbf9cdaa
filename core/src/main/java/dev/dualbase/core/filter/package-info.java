// SPDX-License-Identifier: Apache-2.0
/** Conditions as values: what every backend can answer exactly, with SQL's three-valued logic. */
@NullMarked
@CheckReturnValue
package dev.dualbase.core.filter;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
