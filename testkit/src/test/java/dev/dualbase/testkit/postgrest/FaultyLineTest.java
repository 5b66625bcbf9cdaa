// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.testkit.fault.Direction;
import dev.dualbase.testkit.fault.Fault;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.fault.Moment;
import dev.dualbase.testkit.server.Here;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A proxy between a client of HTTP and a real PostgREST. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FaultyLineTest {
    private static TestDatabase database;
    private static PostgrestServer server;

    private final HttpClient client = HttpClient.newHttpClient();
    private FaultProxy proxy;

    @BeforeAll
    static void start() {
        HerePostgrest.require();
        database = Here.embedded().createDatabase(SchemaSource.migrations("small-schema"));
        server = PostgrestServer.start(database);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
            database.close();
        }
    }

    @BeforeEach
    void open() {
        URI address = URI.create(server.url());
        proxy = FaultProxy.before(address.getHost(), address.getPort());
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(proxy.httpUrl() + "/notes"))
                .header("Authorization", "Bearer " + server.key("service_role"))
                .header("Content-Type", "application/json");
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void a_row_is_stored_although_the_answer_is_lost() throws Exception {
        proxy.at(Moment.beforeText("HTTP/1.1 201", Direction.TO_CLIENT), Fault.CUT);
        HttpRequest.Builder post =
                request().POST(HttpRequest.BodyPublishers.ofString("{\"id\": 7, \"body\": \"stored\"}"));
        assertThatThrownBy(() -> send(post)).isInstanceOf(IOException.class);
        assertThat(Rest.get(server, "/notes?id=eq.7").body()).contains("stored");
    }

    @Test
    void a_refused_connection_is_one_and_the_next_request_works() throws Exception {
        assertThat(send(request())).isEqualTo(200);
        proxy.refuse();
        assertThatThrownBy(() -> send(request())).isInstanceOf(ConnectException.class);
        proxy.pass();
        assertThat(send(request())).isEqualTo(200);
    }

    @Test
    void a_stalled_line_ends_with_the_timeout_of_the_client() throws Exception {
        proxy.stall();
        assertThatThrownBy(() -> send(request().timeout(Duration.ofMillis(300))))
                .isInstanceOf(HttpTimeoutException.class);
        proxy.pass();
        assertThat(send(request())).isEqualTo(200);
    }
}
