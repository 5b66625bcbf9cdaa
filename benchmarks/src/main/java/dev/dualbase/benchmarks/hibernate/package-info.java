// SPDX-License-Identifier: Apache-2.0
/** Hibernate ORM. */
@NullMarked
package dev.dualbase.benchmarks.hibernate;

import org.jspecify.annotations.NullMarked;
