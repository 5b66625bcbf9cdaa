// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.time.Duration;
import java.util.Optional;

/** Calls {@code dualbase_write} and gives back what it answered. */
@FunctionalInterface
interface ProgramSender {

    /**
     * Sends a program that is not empty.
     *
     * @param program what to send; it also {@linkplain WriteProgram#located tells} which write a failure belongs to
     * @param atMost how long it may take, empty for no bound besides the sender's own
     * @throws dev.dualbase.core.error.StorageException if it failed
     */
    byte[] send(WriteProgram program, Optional<Duration> atMost);
}
