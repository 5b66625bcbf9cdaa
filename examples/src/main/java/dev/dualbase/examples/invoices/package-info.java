// SPDX-License-Identifier: Apache-2.0
/** A table of a host's own: a migration, the types generated from it, and a repository. */
@NullMarked
package dev.dualbase.examples.invoices;

import org.jspecify.annotations.NullMarked;
