// SPDX-License-Identifier: Apache-2.0
/** The generic repository that domain repositories are made of. */
@NullMarked
@CheckReturnValue
package dev.dualbase.core.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
