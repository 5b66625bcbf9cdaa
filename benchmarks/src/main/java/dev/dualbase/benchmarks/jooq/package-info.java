// SPDX-License-Identifier: Apache-2.0
/** jOOQ, without anything of ours but the generated types. */
@NullMarked
package dev.dualbase.benchmarks.jooq;

import org.jspecify.annotations.NullMarked;
