// SPDX-License-Identifier: Apache-2.0
/** What backends have in common in storing many rows. Not for users. */
@NullMarked
@CheckReturnValue
package dev.dualbase.core.internal.bulk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
