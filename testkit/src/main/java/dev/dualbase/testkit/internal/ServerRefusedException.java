// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.internal;

/** This source of servers has none here; another one may. */
public final class ServerRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with it. */
    public ServerRefusedException(String reason) {
        super(reason);
    }

    /** Says what is wrong with it, in front of the words of the cause. */
    public ServerRefusedException(String reason, Throwable cause) {
        super(reason + ": " + cause.getMessage(), cause);
    }

    /** What is wrong with it. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
