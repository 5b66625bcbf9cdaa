// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Record;

/** Gives reads that say nothing of their own a preference. */
final class PreferringBackend extends DelegatingBackend {

    private final ReadPreference preference;

    PreferringBackend(Backend delegate, ReadPreference preference) {
        super(delegate);
        this.preference = preference;
    }

    private <R extends Record> Read<R> preferring(Read<R> read) {
        return read.preference() == ReadPreference.PRIMARY ? read.preferring(preference) : read;
    }

    @Override
    public <R extends Record> List<R> read(Read<R> read) {
        return super.read(preferring(read));
    }

    @Override
    public <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        return super.stream(preferring(read), function);
    }

    @Override
    public long count(Read<?> read) {
        return super.count(preferring(read));
    }
}
