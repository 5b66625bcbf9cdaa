// SPDX-License-Identifier: Apache-2.0
/** A bare HTTP client with Jackson, the floor of REST. */
@NullMarked
package dev.dualbase.benchmarks.http;

import org.jspecify.annotations.NullMarked;
