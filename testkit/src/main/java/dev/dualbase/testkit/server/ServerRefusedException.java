// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

/** This source of servers has none here; another one may. */
final class ServerRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    ServerRefusedException(String reason) {
        super(reason);
    }

    ServerRefusedException(String reason, Throwable cause) {
        super(reason + ": " + cause.getMessage(), cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
