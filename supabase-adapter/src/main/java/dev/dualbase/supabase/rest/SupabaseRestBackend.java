// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capabilities;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Health;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.schema.LiveTable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Table;

/**
 * PostgreSQL behind PostgREST 12 or newer, as Supabase offers it.
 *
 * <p>A request is one statement in a transaction of its own. A read of more rows than one request gives is several, which
 * may see different states of the table; the rows of one state are never mixed up, lost or given twice, because each page
 * begins behind the key of the last row. There are no transactions with reads in them.
 *
 * <p>With the functions of this module installed in the database, several writes take effect together or not at all; see
 * {@link Capability#ATOMIC_WRITES}. Without them, a bulk whose rows set different columns is refused unless it may be split.
 */
public final class SupabaseRestBackend implements Backend {

    private final RestSettings settings;
    private final RestClient client;
    private final ServerProbe probe;
    private final RestReader reader;
    private final RestWriter writer;
    private final HealthCheck healthCheck;

    SupabaseRestBackend(RestSettings settings) {
        this.settings = settings;
        this.client = new RestClient(settings);
        this.probe = new ServerProbe(client, settings.schema());
        this.reader = new RestReader(client, settings);
        WriteRequests requests = new WriteRequests(client, settings);
        this.writer = new RestWriter(requests, reader, probe, new WriteFunction(probe));
        this.healthCheck = new HealthCheck(client);
    }

    @Override
    public String id() {
        return settings.id();
    }

    /** Asks the server once what it has. As long as it cannot be reached, nothing beyond reads and writes is claimed. */
    @Override
    public Capabilities capabilities() {
        Optional<ServerProbe.Found> found = probe.tryGet();
        return new Capabilities(
                found.isPresent() && found.get().hasFunctions()
                        ? EnumSet.of(
                                Capability.ATOMIC_WRITES,
                                Capability.ATOMIC_MIXED_BULK,
                                Capability.JSON_NULLS,
                                Capability.CATALOG)
                        : Set.of());
    }

    @Override
    public <R extends Record> List<R> read(Read<R> read) {
        return reader.read(read);
    }

    @Override
    public <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        return reader.stream(read, function);
    }

    @Override
    public long count(Read<?> read) {
        return reader.count(read);
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        return writer.write(write);
    }

    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionBody<T, X> body) throws X {
        throw new UnsupportedCapabilityException("backend " + id() + " does not offer " + Capability.TRANSACTIONS);
    }

    @Override
    public List<LiveTable> describe(Collection<? extends Table<?>> tables) {
        throw new UnsupportedCapabilityException("backend " + id() + " does not offer " + Capability.CATALOG);
    }

    /** Asks for the description of the API, which PostgREST reads from the database, within 5 seconds. */
    @Override
    public Health health() {
        return healthCheck.ask();
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return "SupabaseRestBackend[" + settings + "]";
    }
}
