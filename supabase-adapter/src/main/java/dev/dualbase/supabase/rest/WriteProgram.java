// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.OutcomeUnknownException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Table;

/** Writes as one call of the function {@code dualbase_write}: the request, and what the answer means for each of them. */
final class WriteProgram {

    static final String FUNCTION = "dualbase_write";

    private static final JsonFactory JSON = new JsonFactory();

    private final List<ProgramWrite<?>> writes;
    private final boolean together;

    private WriteProgram(List<ProgramWrite<?>> writes, boolean together) {
        this.writes = List.copyOf(writes);
        this.together = together;
    }

    /** One write, of which a failure needs no index. */
    static WriteProgram of(Write<?> write) {
        return new WriteProgram(List.of(ProgramWrite.of(write)), false);
    }

    /** Writes that take effect together. */
    static WriteProgram together(List<ProgramWrite<?>> writes) {
        return new WriteProgram(writes, true);
    }

    /** Whether there is nothing to send. */
    boolean isEmpty() {
        return writes.stream().allMatch(write -> write.entries().isEmpty());
    }

    /** The tables that are written. */
    Stream<Table<?>> tables() {
        return writes.stream().flatMap(write -> write.entries().stream().map(ProgramEntry::table));
    }

    /** The arguments of the function as a JSON object, ready to be posted. */
    byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeArrayFieldStart("writes");
            for (ProgramWrite<?> write : writes) {
                for (ProgramEntry<?> entry : write.entries()) {
                    entry.writeTo(json);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return body.toByteArray();
    }

    /**
     * The results of all writes, in their order.
     *
     * @throws OutcomeUnknownException if this is no answer of the function, as when something between answered instead
     */
    List<WriteResult<?>> results(byte[] answer) {
        List<WriteResult<?>> results = new ArrayList<>();
        try (JsonParser json = JSON.createParser(answer)) {
            json.nextToken();
            Texts.require(json, JsonToken.START_ARRAY);
            for (ProgramWrite<?> write : writes) {
                results.add(result(write, json));
            }
            json.nextToken();
            Texts.require(json, JsonToken.END_ARRAY);
        } catch (IOException malformed) {
            // the message of the cause may quote the answer, so it is left out
            throw new OutcomeUnknownException("the answer to a write cannot be read", ErrorInfo.none(), null);
        }
        return results;
    }

    private static <R extends Record> WriteResult<R> result(ProgramWrite<R> write, JsonParser json) throws IOException {
        EntryAnswer<R> sum = new EntryAnswer<>();
        for (ProgramEntry<R> entry : write.entries()) {
            sum.add(entry, json);
        }
        return sum.result(write.badRows());
    }

    /** The failure of an entry as that of its write. */
    ErrorInfo located(ErrorInfo info) {
        if (info.write() == null) {
            return info;
        }
        int before = 0;
        for (int i = 0; i < writes.size(); i++) {
            List<? extends ProgramEntry<?>> entries = writes.get(i).entries();
            if (info.write() < before + entries.size()) {
                ErrorInfo named = info.orTable(entries.get(0).table().getName());
                return together ? named.ofWrite(i) : withoutIndex(named);
            }
            before += entries.size();
        }
        return withoutIndex(info);
    }

    private static ErrorInfo withoutIndex(ErrorInfo info) {
        return new ErrorInfo(info.sqlState(), info.table(), info.column(), info.constraint(), info.sensitive());
    }

    /** The kinds and tables of what is sent. */
    @Override
    public String toString() {
        return writes.toString();
    }
}
