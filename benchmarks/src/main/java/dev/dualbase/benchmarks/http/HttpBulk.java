// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.data.ClientChange;
import java.io.UncheckedIOException;
import java.util.List;

final class HttpBulk implements BulkUpsert<ClientChange> {

    private final Http http;

    HttpBulk(Http http) {
        this.http = http;
    }

    @Override
    public ClientChange prepare(ClientChange change) {
        return change;
    }

    @Override
    public void upsert(List<ClientChange> rows) {
        try {
            http.upsert(Http.JSON.writeValueAsBytes(rows));
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
