// SPDX-License-Identifier: Apache-2.0
/** What calls tell Sentry. The host brings {@code io.sentry:sentry} and initialises it. */
@NullMarked
package dev.dualbase.core.observation.sentry;

import org.jspecify.annotations.NullMarked;
