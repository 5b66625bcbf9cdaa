// SPDX-License-Identifier: Apache-2.0
/** Not for users: PostgreSQL's text form of values, shared by backends that speak it. It may change in any release. */
@CheckReturnValue
@NullMarked
package dev.dualbase.core.internal.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
