// SPDX-License-Identifier: Apache-2.0
/** Not for users: records of rows that were read. It may change in any release. */
@CheckReturnValue
@NullMarked
package dev.dualbase.core.internal.record;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
