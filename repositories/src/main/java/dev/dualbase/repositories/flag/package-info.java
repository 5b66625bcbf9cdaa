// SPDX-License-Identifier: Apache-2.0
/** The flags that say where the rows of the salon domain are read and written, and a backend that follows them. */
@NullMarked
@CheckReturnValue
package dev.dualbase.repositories.flag;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
