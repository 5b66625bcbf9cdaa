// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.SqlStates;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.supabase.rest.Request.Verb;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The function that carries out writes together, where the server has it. */
final class WriteFunction implements ProgramSender {

    private static final String PATH = "/rpc/" + WriteProgram.FUNCTION;
    private static final byte[] NOTHING = "[]".getBytes(StandardCharsets.UTF_8);

    private final RestClient client;
    private final RestSettings settings;
    private final ServerProbe probe;

    WriteFunction(RestClient client, RestSettings settings, ServerProbe probe) {
        this.client = client;
        this.settings = settings;
        this.probe = probe;
    }

    /** Whether the server has it. */
    boolean exists() {
        return probe.get().hasFunctions();
    }

    /**
     * Carries out a write that a plain request cannot.
     *
     * @param needed why not
     */
    <R extends Record> WriteResult<R> write(Write<R> write, Capability needed) {
        if (!exists()) {
            throw new UnsupportedCapabilityException("REST alone does not offer " + needed + " on "
                    + write.table().getName() + "; install the functions of this module");
        }
        WriteProgram program = WriteProgram.of(write);
        return result(program, program.isEmpty() ? NOTHING : send(program, Optional.empty()));
    }

    /** Carries out a write that may as well be split, if it can be one request; else nothing. */
    <R extends Record> Optional<WriteResult<R>> tryWrite(Write<R> write) {
        WriteProgram program = WriteProgram.of(write);
        byte[] body = program.body();
        return body.length > settings.maxBodyBytes()
                ? Optional.empty()
                : Optional.of(result(program, send(program, body, null)));
    }

    @Override
    public byte[] send(WriteProgram program, Optional<Duration> atMost) {
        byte[] body = program.body();
        if (body.length > settings.maxBodyBytes()) {
            throw new UnsupportedCapabilityException(
                    "the writes take " + body.length + " bytes in one request, of which " + settings.maxBodyBytes()
                            + " are allowed; write less at a time or raise maxBodyBytes");
        }
        return send(program, body, atMost.orElse(null));
    }

    private byte[] send(WriteProgram program, byte[] body, @Nullable Duration atMost) {
        Request request = new Request(
                Verb.POST, PATH, new QueryString(), List.of(), body, null, schemaOf(program), shorter(atMost));
        try {
            return client.send(request).body();
        } catch (StorageException failure) {
            throw failure.info().write() == null
                    ? failure
                    : SqlStates.toException(program.located(failure.info()), null);
        }
    }

    private @Nullable Duration shorter(@Nullable Duration atMost) {
        return atMost == null || atMost.compareTo(settings.requestTimeout()) > 0 ? null : atMost;
    }

    private @Nullable String schemaOf(WriteProgram program) {
        Set<Optional<String>> schemas = program.tables()
                .map(table ->
                        Optional.ofNullable(Target.of(table, settings.schema()).schema()))
                .collect(Collectors.toSet());
        if (schemas.size() > 1) {
            throw new UnsupportedCapabilityException("over REST the tables of one transaction are of one schema");
        }
        return schemas.iterator().next().orElse(null);
    }

    @SuppressWarnings("unchecked") // the program has made this result for this write
    private static <R extends Record> WriteResult<R> result(WriteProgram program, byte[] answer) {
        return (WriteResult<R>) program.results(answer).get(0);
    }
}
