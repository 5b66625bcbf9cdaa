// SPDX-License-Identifier: Apache-2.0
/** Generates jOOQ types from a schema at build time. */
@NullMarked
package dev.dualbase.codegen;

import org.jspecify.annotations.NullMarked;
