// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.contender;

import dev.dualbase.benchmarks.context.MessageContext;

/**
 * The ten reads of one incoming message, one after the other, all columns of each row but where only names or numbers are
 * wanted: the salon, the client by {@code raw_phone}, the dialog, the names of the client's favourite staff, the titles of the
 * last services, the active services, the active staff, their numbers, their schedules of 30 days, and the number of the
 * client's appointments. Safe for any number of threads.
 */
public interface ContextReads {

    /** Does the reads for a message from this number, which is in digits. */
    MessageContext load(String phone);
}
