// SPDX-License-Identifier: Apache-2.0
/** Columns of records by their place. Not for users. */
@NullMarked
@CheckReturnValue
package dev.dualbase.core.internal.row;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
