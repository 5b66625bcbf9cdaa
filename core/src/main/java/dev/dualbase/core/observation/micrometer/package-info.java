// SPDX-License-Identifier: Apache-2.0
/** Meters of Micrometer. The host brings {@code io.micrometer:micrometer-core}. */
@NullMarked
package dev.dualbase.core.observation.micrometer;

import org.jspecify.annotations.NullMarked;
