// SPDX-License-Identifier: Apache-2.0
/** Opens a backend on a managed PostgreSQL such as Timeweb's. */
@NullMarked
package dev.dualbase.timeweb;

import org.jspecify.annotations.NullMarked;
