// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.privacy;

/** A call that a {@link PersonalDataGuard} makes. */
@FunctionalInterface
public interface GuardedCall {

    /**
     * Calls.
     *
     * @throws Throwable whatever it throws is searched
     */
    void run() throws Throwable;
}
