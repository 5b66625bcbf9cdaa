// SPDX-License-Identifier: Apache-2.0
/** Watching a backend: each call is timed and handed to listeners. */
@NullMarked
package dev.dualbase.core.observation;

import org.jspecify.annotations.NullMarked;
