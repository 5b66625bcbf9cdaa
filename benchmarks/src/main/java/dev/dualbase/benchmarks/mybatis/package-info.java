// SPDX-License-Identifier: Apache-2.0
/** MyBatis. */
@NullMarked
package dev.dualbase.benchmarks.mybatis;

import org.jspecify.annotations.NullMarked;
