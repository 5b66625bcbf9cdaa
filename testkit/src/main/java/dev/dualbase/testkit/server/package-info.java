// SPDX-License-Identifier: Apache-2.0
/** PostgreSQL servers for tests, and databases that are cloned from a template in some forty milliseconds. */
@NullMarked
package dev.dualbase.testkit.server;

import org.jspecify.annotations.NullMarked;
