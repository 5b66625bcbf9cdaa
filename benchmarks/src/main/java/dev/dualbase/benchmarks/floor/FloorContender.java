// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.floor;

import com.zaxxer.hikari.HikariDataSource;
import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.data.Database;

/** pgjdbc on HikariCP, with everything written by hand. */
public final class FloorContender implements Contender {

    private final HikariDataSource pool;

    /** Opens it. */
    public FloorContender(Database database) {
        pool = database.pool();
    }

    @Override
    public ClientReads reads() {
        return new FloorReads(pool);
    }

    @Override
    public ContextReads context() {
        return new FloorContext(pool);
    }

    @Override
    public ClientWrites<?> writes() {
        return new FloorWrites(pool);
    }

    @Override
    public BulkUpsert<?> bulk() {
        return new FloorBulk(pool);
    }

    @Override
    public ClientStream stream() {
        return new FloorStream(pool);
    }

    @Override
    public void close() {
        pool.close();
    }
}
