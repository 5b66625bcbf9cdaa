// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.RowCheck;
import dev.dualbase.core.backend.WriteResult;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;

/** The writes of one transaction until they are sent. */
final class WriteQueue {

    private final List<ProgramWrite<?>> writes = new ArrayList<>();

    <R extends Record> WriteResult<R> add(ProgramWrite<R> write) {
        if (write.entries().isEmpty()) {
            return WriteResult.nothing();
        }
        writes.add(write);
        return WriteResult.later(write.records());
    }

    int size() {
        return writes.size();
    }

    /** Forgets what was added since the queue had this size. */
    void cutTo(int size) {
        writes.subList(size, writes.size()).clear();
    }

    WriteProgram program() {
        return WriteProgram.together(writes);
    }

    /** Completes the records that were handed out. */
    void complete(List<WriteResult<?>> results) {
        for (int i = 0; i < results.size(); i++) {
            complete(writes.get(i).records(), results.get(i).rows());
        }
    }

    /** Where a trigger left rows out nobody can tell which they are: the records keep what was set. */
    private static void complete(List<? extends Record> records, List<?> stored) {
        for (int i = 0; i < records.size() && records.size() == stored.size(); i++) {
            Record record = records.get(i);
            for (Field<?> column : record.fields()) {
                RowCheck.copy(column, (Record) stored.get(i), record);
            }
            record.changed(false);
        }
    }
}
