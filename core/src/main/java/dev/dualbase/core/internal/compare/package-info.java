// SPDX-License-Identifier: Apache-2.0
/** Whether rows of two backends are the same. Not for users. */
@NullMarked
@CheckReturnValue
package dev.dualbase.core.internal.compare;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
