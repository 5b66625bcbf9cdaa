// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/** What a server is among its copies. */
public enum ServerRole {
    /** It takes writes. */
    PRIMARY,
    /** It follows a primary, and refuses writes. */
    REPLICA,
    /** It cannot be asked, as over REST. */
    UNKNOWN
}
