// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.testkit.contract.SampleTable.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The rows of one case in {@link SampleTable}. */
final class Samples {
    private final long tenant;
    private final BaseRepository<SampleRecord> repository;

    /** Rows of a tenant of their own. */
    Samples(Items items) {
        this.tenant = new Items(items.backend()).tenant();
        this.repository = new BaseRepository<>(items.backend(), SAMPLE);
    }

    BaseRepository<SampleRecord> repository() {
        return repository;
    }

    <T> SampleRecord row(String code, Field<T> column, @Nullable T value) {
        return new SampleRecord()
                .with(SAMPLE.TENANT_ID, tenant)
                .with(SAMPLE.CODE, code)
                .with(column, value);
    }

    <T> SampleRecord store(String code, Field<T> column, @Nullable T value) {
        return repository.insert(row(code, column, value));
    }

    Filter mine() {
        return eq(SAMPLE.TENANT_ID, tenant);
    }

    List<String> codes(Filter filter) {
        return codesOf(repository.findMany(mine().and(filter)));
    }

    List<String> codes(Order order) {
        return codesOf(repository.findMany(mine(), order));
    }

    private static List<String> codesOf(List<SampleRecord> rows) {
        return rows.stream().map(row -> row.get(SAMPLE.CODE)).toList();
    }

    /** What a value is after it was written to the database and read again, which is what the insert returned. */
    <T> @Nullable T roundTrip(Field<T> column, @Nullable T value) {
        String code = "trip" + repository.count(mine());
        T returned = store(code, column, value).get(column);
        T read = repository
                .findOne(mine().and(eq(SAMPLE.CODE, code)))
                .orElseThrow()
                .get(column);
        assertThat(returned).isEqualTo(read);
        return read;
    }
}
