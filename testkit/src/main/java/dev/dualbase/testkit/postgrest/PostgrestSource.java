// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import dev.dualbase.testkit.internal.ServerRefusedException;

/** Finds PostgREST, or says why not. */
@FunctionalInterface
interface PostgrestSource {
    /**
     * Returns a program that is there.
     *
     * @throws ServerRefusedException if this machine has none of this kind
     */
    PostgrestProgram find() throws ServerRefusedException;
}
