// SPDX-License-Identifier: Apache-2.0
/** The calls of a salon's assistant in one place, each with an answer that says whether it failed. */
@CheckReturnValue
@NullMarked
package dev.dualbase.repositories.data;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
