// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.routing;

import java.util.List;

/**
 * Where operations go, by the names of backends. A backend may be a composed one, such as a pair that writes to both.
 *
 * @param reads where reads go that are not inside a transaction
 * @param writes where writes and transactions go
 * @param fallbacks where a read goes, in this order, if the server it should go to is out; never a write, and nothing
 *     inside a transaction. Its rows may be older than the last write
 */
public record Route(String reads, String writes, List<String> fallbacks) {

    /** Copies the list. */
    public Route {
        fallbacks = List.copyOf(fallbacks);
    }

    /** Reads and writes to one backend. */
    public static Route to(String backend) {
        return new Route(backend, backend, List.of());
    }

    /** The same with reads from another backend. */
    public Route readingFrom(String backend) {
        return new Route(backend, writes, fallbacks);
    }

    /** The same with backends that read in place of one that is out. */
    public Route fallingBackTo(String... backends) {
        return new Route(reads, writes, List.of(backends));
    }
}
