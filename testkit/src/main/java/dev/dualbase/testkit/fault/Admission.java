// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

/** What happens to a new connection. Where there is none at all, the port is closed. */
enum Admission {
    SERVE,
    CUT,
    RESET
}
