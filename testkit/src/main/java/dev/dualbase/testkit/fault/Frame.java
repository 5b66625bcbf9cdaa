// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.util.List;

/**
 * A message of PostgreSQL's protocol.
 *
 * @param type its letter; {@link #HANDSHAKE} for those that have none
 * @param begun the statements that the server executes because of it
 * @param completed the statements that are requested completely with it
 * @param tag what CommandComplete says, else empty
 */
record Frame(char type, List<String> begun, List<String> completed, String tag) {
    static final char HANDSHAKE = 0;
    static final char COMPLETE = 'C';

    static Frame plain(char type) {
        return new Frame(type, List.of(), List.of(), "");
    }
}
