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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final WriteFunction function;
    private final WriteOnlyTransactions transactions;
    private final HealthCheck healthCheck;

    SupabaseRestBackend(RestSettings settings) {
        this.settings = settings;
        this.client = new RestClient(settings);
        this.probe = new ServerProbe(client, settings.schema());
        SelectLists lists = new SelectLists();
        this.reader = new RestReader(client, settings, lists);
        WriteRequests requests = new WriteRequests(client, settings, lists);
        this.function = new WriteFunction(client, settings, probe);
        this.transactions = new WriteOnlyTransactions(function);
        this.writer = new RestWriter(requests, reader, probe, function);
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
        refuseInTransaction(read);
        return reader.read(read);
    }

    @Override
    public <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> rows) {
        refuseInTransaction(read);
        return reader.stream(read, rows);
    }

    @Override
    public long count(Read<?> read) {
        refuseInTransaction(read);
        return reader.count(read);
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        if (write instanceof Write.Noted<R>) {
            capabilities().require(Capability.KEY_NOTES, id());
        }
        return transactions.isActive() ? transactions.write(write) : writer.write(write);
    }

    private void refuseInTransaction(Read<?> read) {
        if (transactions.isActive()) {
            throw new UnsupportedCapabilityException("a read of " + read.table().getName()
                    + " in a transaction, which is sent at its end, needs a backend with " + Capability.TRANSACTIONS);
        }
    }

    /**
     * Runs a body whose writes are sent at its end, to take effect together; see {@link Capability#ATOMIC_WRITES}. Reads in it
     * are refused.
     */
    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionBody<T, X> body) throws X {
        if (!transactions.isActive()) {
            function.require(Capability.TRANSACTIONS);
        }
        return transactions.run(options, body);
    }

    @Override
    public List<LiveTable> describe(Collection<? extends Table<?>> tables) {
        function.require(Capability.CATALOG);
        Map<Optional<String>, List<Table<?>>> bySchema =
                tables.stream().collect(Collectors.groupingBy(LiveTable::schemaOf));
        return bySchema.entrySet().stream()
                .flatMap(each -> function.describe(each.getKey(), each.getValue()).stream())
                .toList();
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
