// SPDX-License-Identifier: Apache-2.0
/** What adapters share that open a server from settings. Not for users: it may change without notice. */
@NullMarked
package dev.dualbase.core.internal.settings;

import org.jspecify.annotations.NullMarked;
