// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jooq;

import com.zaxxer.hikari.HikariDataSource;
import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.data.Database;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** jOOQ on generated types, without its logging of every statement. */
public final class JooqContender implements Contender {

    private final HikariDataSource pool;
    private final DSLContext sql;
    private final boolean batch;

    private JooqContender(Database database, boolean batch) {
        this.pool = database.pool();
        this.sql = DSL.using(pool, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
        this.batch = batch;
    }

    /** Opens it; bulk upserts are statements of many rows. */
    public static JooqContender ofManyRows(Database database) {
        return new JooqContender(database, false);
    }

    /** Opens it; bulk upserts are batches of one statement. */
    public static JooqContender ofBatches(Database database) {
        return new JooqContender(database, true);
    }

    @Override
    public ClientReads reads() {
        return new JooqReads(sql);
    }

    @Override
    public ContextReads context() {
        return new JooqContext(sql);
    }

    @Override
    public ClientWrites<?> writes() {
        return new JooqWrites(sql);
    }

    @Override
    public BulkUpsert<?> bulk() {
        return batch ? new JooqBatch(sql) : new JooqManyRows(sql);
    }

    @Override
    public ClientStream stream() {
        return new JooqStream(sql);
    }

    @Override
    public void close() {
        pool.close();
    }
}
