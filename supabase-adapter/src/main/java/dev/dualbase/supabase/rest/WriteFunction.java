// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import org.jooq.Record;

/** The function that carries out writes together, where the server has it. */
final class WriteFunction {

    private final ServerProbe probe;

    WriteFunction(ServerProbe probe) {
        this.probe = probe;
    }

    /** Whether the server has it. */
    boolean exists() {
        return probe.get().hasFunctions();
    }

    /**
     * Carries out a write that a plain request cannot.
     *
     * @param needed why not
     */
    <R extends Record> WriteResult<R> write(Write<R> write, Capability needed) {
        throw new UnsupportedCapabilityException("REST alone does not offer " + needed + " on "
                + write.table().getName() + "; install the functions of this module");
    }
}
