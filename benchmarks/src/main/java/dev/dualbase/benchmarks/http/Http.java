// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests about clients, and their JSON. */
final class Http {

    /** Names as the columns have them, times as ISO text. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(ClientChange.class, RawHistory.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Database database;

    Http(Database database) {
        this.database = database;
    }

    /** JSON inside of JSON goes as it is. */
    interface RawHistory {

        @JsonRawValue
        String visitHistory();
    }

    byte[] get(String query) {
        return send(request(query).GET());
    }

    void upsert(byte[] rows) {
        send(request("on_conflict=company_id,yclients_id")
                .header("Content-Type", "application/json")
                .header("Prefer", "resolution=merge-duplicates,return=minimal")
                .POST(BodyPublishers.ofByteArray(rows)));
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(database.restUrl() + "/clients?" + query))
                .header("Authorization", "Bearer " + database.restKey());
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("PostgREST answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }
}
