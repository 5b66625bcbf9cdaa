// SPDX-License-Identifier: Apache-2.0
/** What a storage backend is asked, as values, and the interface that answers. */
@NullMarked
@CheckReturnValue
package dev.dualbase.core.backend;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
