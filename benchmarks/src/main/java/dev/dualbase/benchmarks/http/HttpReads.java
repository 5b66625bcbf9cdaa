// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.http;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.data.ClientSql;
import dev.dualbase.benchmarks.data.Salons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class HttpReads implements ClientReads {

    private static final TypeReference<List<RestClient>> CLIENTS = new TypeReference<>() {};
    private static final String OF_SALON =
            "select=" + ClientSql.COLUMNS.replace(" ", "") + "&company_id=eq." + Salons.MAIN;
    private static final String LATEST_FIRST = "&order=last_visit_date.desc.nullslast,id&limit=";

    private final Http http;

    HttpReads(Http http) {
        this.http = http;
    }

    @Override
    public @Nullable RestClient byPhone(String phone) {
        List<RestClient> clients = clients(OF_SALON + "&phone=eq." + phone + LATEST_FIRST + "1");
        return clients.isEmpty() ? null : clients.get(0);
    }

    @Override
    public List<RestClient> page(LocalDate lastVisit) {
        return clients(OF_SALON + "&last_visit_date=lte." + lastVisit + LATEST_FIRST + "100");
    }

    private List<RestClient> clients(String query) {
        try {
            return Http.JSON.readValue(http.get(query), CLIENTS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
