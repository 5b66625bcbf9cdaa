// SPDX-License-Identifier: Apache-2.0
/** Real PostgreSQL servers, fixtures and the backend contract for JUnit tests. */
@NullMarked
package dev.dualbase.testkit;

import org.jspecify.annotations.NullMarked;
