// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

/** One of the two places where rows may be. */
public enum Side {
    /** Supabase, over REST or through its pooler. */
    SUPABASE("supabase"),
    /** A managed PostgreSQL. */
    TIMEWEB("timeweb");

    private final String backend;

    Side(String backend) {
        this.backend = backend;
    }

    /** The name of the backend that reads and writes here alone. */
    public String backend() {
        return backend;
    }

    /** The name of the backend that reads and writes here, and mirrors that on the other side: such as {@code supabase+timeweb}. */
    public String mirrored() {
        return backend + "+" + other().backend;
    }

    /** The other one. */
    public Side other() {
        return this == SUPABASE ? TIMEWEB : SUPABASE;
    }
}
