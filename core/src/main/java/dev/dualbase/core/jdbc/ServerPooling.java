// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

/**
 * What sits between a {@link JdbcBackend} and the server, and so how long a connection reaches the same session of it.
 * PgBouncer and its kind share the sessions of a server among many clients.
 */
public enum ServerPooling {

    /** Nothing: a connection is a session of the server. */
    NONE,

    /**
     * A pooler that gives each connection a session for as long as it is open. The statement timeout is set by a statement
     * after connecting, because poolers refuse or ignore {@code options} at the start, those of one's own too.
     */
    SESSION,

    /**
     * A pooler that gives a connection a session for one transaction at a time, and possibly another one for the next.
     *
     * <p>The backend then names no statement on the server and sets nothing that outlasts a transaction. The statement
     * timeout goes with each statement: outside of a transaction in one that travels around it in the same message, which
     * costs no round trip; inside of one it is set after the begin, which costs one. The
     * server itself ends the statement, with no need of a cancel request that finds its way through the pooler.
     *
     * <p>Streams work: a cursor lives inside one transaction. Settings of the driver that need a session are refused:
     * {@code options}, {@code currentSchema}, {@code prepareThreshold} other than 0, {@code preferQueryMode} other than
     * {@code extended}, {@code readOnlyMode=always}.
     *
     * <p>PgBouncer itself needs {@code ignore_startup_parameters = extra_float_digits}, as with any use of pgjdbc.
     */
    TRANSACTION
}
