// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.http;

import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.data.Database;

/** The JDK's HTTP client and Jackson against PostgREST, written by hand. */
public final class HttpContender implements Contender {

    private final Http http;

    /** Opens it. */
    public HttpContender(Database database) {
        http = new Http(database);
    }

    @Override
    public ClientReads reads() {
        return new HttpReads(http);
    }

    @Override
    public BulkUpsert<?> bulk() {
        return new HttpBulk(http);
    }

    @Override
    public void close() {
        // the client of Java 17 cannot be closed; its threads end with it
    }
}
