// SPDX-License-Identifier: Apache-2.0
/** Order, bounds and pages of a read. */
@NullMarked
@CheckReturnValue
package dev.dualbase.core.query;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
