// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

/** A server, a template or a database for tests cannot be had. The message says what to do. */
public final class TestServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is missing and what to do. */
    public TestServerException(String message) {
        super(message);
    }

    /** Says what is missing and what to do. */
    public TestServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
