// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.io.ByteArrayOutputStream;

/** Bytes of which the last ones can be taken back. */
final class BodyBytes extends ByteArrayOutputStream {

    private static final int ENOUGH = 1_024;

    BodyBytes() {
        super(ENOUGH);
    }

    /** Keeps that many of the first bytes. */
    void cut(int size) {
        count = size;
    }

    /** Adds what another one has from a place on. */
    void append(BodyBytes other, int from) {
        write(other.buf, from, other.count - from);
    }
}
