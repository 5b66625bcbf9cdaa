// SPDX-License-Identifier: Apache-2.0
/** Keeping a second backend equal to the first: {@link dev.dualbase.core.mirror.DualWriteBackend}. */
@NullMarked
@CheckReturnValue
package dev.dualbase.core.mirror;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
