// SPDX-License-Identifier: Apache-2.0
/** Values of many rows as the bytes of their text, without a String for each. Not for users. */
@NullMarked
@CheckReturnValue
package dev.dualbase.core.internal.cell;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
