// SPDX-License-Identifier: Apache-2.0
/** Flags that are read at run time: where they come from, what they may say, and noticing that they changed. */
@NullMarked
@CheckReturnValue
package dev.dualbase.core.flag;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
