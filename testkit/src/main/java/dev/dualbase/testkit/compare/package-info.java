// SPDX-License-Identifier: Apache-2.0
/** {@link dev.dualbase.testkit.compare.Comparison}: the same question to two backends. */
@NullMarked
@CheckReturnValue
package dev.dualbase.testkit.compare;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
