// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.SqlStates;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.schema.LiveTable;
import dev.dualbase.supabase.rest.Request.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Table;

/** The functions of this module, where the server has them: writes that take effect together, and the catalog. */
final class WriteFunction implements ProgramSender {

    private final RestClient client;
    private final RestSettings settings;
    private final ServerProbe probe;

    WriteFunction(RestClient client, RestSettings settings, ServerProbe probe) {
        this.client = client;
        this.settings = settings;
        this.probe = probe;
    }

    /** Whether the server has them. */
    boolean exists() {
        return probe.get().hasFunctions();
    }

    /**
     * Does nothing if the server has them.
     *
     * @throws UnsupportedCapabilityException saying what they are needed for
     */
    void require(Capability needed) {
        if (!exists()) {
            throw new UnsupportedCapabilityException("backend " + settings.id() + " does not offer " + needed
                    + "; install the SQL functions of dualbase-supabase-adapter (db/supabase)");
        }
    }

    /**
     * Carries out a write that a plain request cannot.
     *
     * @param needed why not
     */
    <R extends Record> WriteResult<R> write(Write<R> write, Capability needed) {
        require(needed);
        WriteProgram program = WriteProgram.of(write);
        return program.isEmpty() ? WriteResult.nothing() : resultOf(write, program);
    }

    /** Carries out a write that may as well be split, if it can be one request; else nothing. */
    <R extends Record> Optional<WriteResult<R>> tryWrite(Write<R> write) {
        WriteProgram program = WriteProgram.of(write);
        return program.isEmpty() || program.body().length > settings.maxBodyBytes()
                ? Optional.empty()
                : Optional.of(resultOf(write, program));
    }

    @SuppressWarnings("unchecked") // the result of the only write of the program
    private <R extends Record> WriteResult<R> resultOf(Write<R> write, WriteProgram program) {
        return (WriteResult<R>) program.results(send(program, Optional.empty())).get(0);
    }

    @Override
    public byte[] send(WriteProgram program, Optional<Duration> atMost) {
        byte[] body = program.body();
        if (body.length > settings.maxBodyBytes()) {
            throw new UnsupportedCapabilityException("the writes take " + body.length + " bytes as JSON, more than "
                    + settings.maxBodyBytes() + ", and cannot be divided; write fewer rows or raise maxBodyBytes");
        }
        try {
            return call(WriteProgram.FUNCTION, body, program.schema(settings.schema()), atMost);
        } catch (StorageException failure) {
            if (failure.info().write() == null) {
                throw failure;
            }
            ErrorInfo located = program.located(failure.info());
            throw SqlStates.toException(located, failure.getCause());
        }
    }

    /** What tables really are. */
    List<LiveTable> describe(Optional<String> schema, List<? extends Table<?>> tables) {
        byte[] body = TableDescriptions.body(tables.stream().map(Table::getName).toList());
        Optional<String> where = Optional.ofNullable(settings.schema()).or(() -> schema);
        return TableDescriptions.read(call(TableDescriptions.FUNCTION, body, where, Optional.empty()), schema);
    }

    private byte[] call(String function, byte[] body, Optional<String> schema, Optional<Duration> atMost) {
        Request request = new Request(
                Verb.POST,
                "/rpc/" + function,
                new QueryString(),
                List.of(),
                body,
                null,
                schema.orElse(null),
                atMost.filter(bound -> bound.compareTo(settings.requestTimeout()) < 0)
                        .orElse(null));
        Answer answer = client.send(request);
        if (!answer.isAboutRows()) {
            throw RestErrors.notPostgrest(answer);
        }
        return answer.body();
    }
}
