// SPDX-License-Identifier: Apache-2.0
/** Not for users: values of columns straight on JDBC, for statements that are rendered once and run often. */
@CheckReturnValue
@NullMarked
package dev.dualbase.core.internal.binding;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
