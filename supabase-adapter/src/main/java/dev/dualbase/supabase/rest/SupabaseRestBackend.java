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
    private final WriteOnlyTransactions transactions;
    private final Describer describer;
    private final HealthCheck healthCheck;

    SupabaseRestBackend(RestSettings settings) {
        this.settings = settings;
        this.client = new RestClient(settings);
        this.probe = new ServerProbe(client, settings.schema());
        this.reader = new RestReader(client, settings);
        WriteRequests requests = new WriteRequests(client, settings);
        WriteFunction function = new WriteFunction(client, settings, probe);
        this.writer = new RestWriter(requests, reader, probe, function);
        this.transactions = new WriteOnlyTransactions(function);
        this.describer = new Describer(client, settings);
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
        requireOutside(read);
        return reader.read(read);
    }

    @Override
    public <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        requireOutside(read);
        return reader.stream(read, function);
    }

    @Override
    public long count(Read<?> read) {
        requireOutside(read);
        return reader.count(read);
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        return transactions.isActive() ? transactions.write(write) : writer.write(write);
    }

    /**
     * Keeps the writes of the body and sends them in one request when it has ended: see {@link Capability#ATOMIC_WRITES}.
     *
     * @throws UnsupportedCapabilityException without the functions of this module in the database, for an isolation other
     *     than READ_COMMITTED, and for a transaction that only reads
     */
    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionBody<T, X> body) throws X {
        if (!transactions.isActive()) {
            requireFunctions(Capability.TRANSACTIONS);
        }
        return transactions.run(options, body);
    }

    /** Asks the functions of this module in the database; without them it is refused. */
    @Override
    public List<LiveTable> describe(Collection<? extends Table<?>> tables) {
        requireFunctions(Capability.CATALOG);
        return describer.describe(tables);
    }

    private void requireFunctions(Capability needed) {
        if (!probe.get().hasFunctions()) {
            throw new UnsupportedCapabilityException("backend " + id() + " does not offer " + needed
                    + "; install the SQL functions of dualbase-supabase-adapter (db/supabase)");
        }
    }

    private void requireOutside(Read<?> read) {
        if (transactions.isActive()) {
            throw new UnsupportedCapabilityException("the writes of this transaction are sent at its end; a read of "
                    + read.table().getName() + " needs a backend with " + Capability.TRANSACTIONS
                    + ", or has to stand outside of it");
        }
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
