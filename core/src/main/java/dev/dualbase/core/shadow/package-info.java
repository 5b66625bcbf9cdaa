// SPDX-License-Identifier: Apache-2.0
/** Asking a second backend what the first was asked: {@link dev.dualbase.core.shadow.ShadowReadBackend}. */
@NullMarked
@CheckReturnValue
package dev.dualbase.core.shadow;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
