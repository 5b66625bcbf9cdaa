// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.server.Here;
import dev.dualbase.testkit.server.OwnServer;
import dev.dualbase.testkit.server.ServerKind;
import java.time.Duration;
import org.jooq.impl.DSL;

/** A primary with the table of notes, and its standby. */
record Replicated(OwnServer primary, OwnServer standby) implements AutoCloseable {
    /** Matches on a standby only. */
    static final Filter ON_REPLICA = Filters.sql(DSL.condition("pg_is_in_recovery()"));

    private static final String SCHEMA = """
            create table note (
                id bigint constraint note_pkey primary key, owner_id bigint, name varchar(20) not null, code text unique,
                amount numeric(10, 2), exact numeric, small smallint, data jsonb, more jsonb, tags text[],
                born date, at timestamp, seen timestamptz);
            insert into note (id, name) values (0, 'always there')
            """;

    static Replicated start(ServerKind kind) {
        OwnServer primary = Here.own(kind);
        try {
            primary.execute(SCHEMA);
            OwnServer standby = primary.standby();
            standby.awaitReplayOf(primary);
            return new Replicated(primary, standby);
        } catch (RuntimeException e) {
            primary.close();
            throw e;
        }
    }

    /** A backend that writes to the primary and has the standby for reads. */
    JdbcBackendBuilder builder() {
        return at(primary.jdbcUrl()).replica(standby.jdbcUrl());
    }

    /** A backend at an address. */
    static JdbcBackendBuilder at(String url) {
        return JdbcBackend.builder("replicated")
                .url(url)
                .maxConnections(2)
                .connectTimeout(Duration.ofSeconds(5))
                .replicaWait(Duration.ofMillis(200));
    }

    static BaseRepository<NoteRecord> notes(Backend backend) {
        return new BaseRepository<>(backend, NoteTable.NOTE);
    }

    /** Both hosts in one address, of which the driver takes the one that takes writes. */
    String failoverUrl() {
        return "jdbc:postgresql://localhost:" + primary.port() + ",localhost:" + standby.port()
                + "/postgres?targetServerType=primary";
    }

    @Override
    public void close() {
        standby.close();
        primary.close();
    }
}
