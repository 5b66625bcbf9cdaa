// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import dev.dualbase.testkit.server.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Requests as a client sends them, and the SQL beside them. */
final class Rest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Rest() {}

    static HttpResponse<String> get(PostgrestServer server, String path) throws IOException, InterruptedException {
        return get(server, path, server.key("service_role"));
    }

    static HttpResponse<String> get(PostgrestServer server, String path, String key)
            throws IOException, InterruptedException {
        return send(request(server, path).header("Authorization", "Bearer " + key));
    }

    static HttpResponse<String> getWithoutKey(PostgrestServer server, String path)
            throws IOException, InterruptedException {
        return send(request(server, path));
    }

    static HttpResponse<String> post(PostgrestServer server, String path, String json)
            throws IOException, InterruptedException {
        return send(request(server, path)
                .header("Authorization", "Bearer " + server.key("service_role"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static HttpRequest.Builder request(PostgrestServer server, String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(TIMEOUT);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
