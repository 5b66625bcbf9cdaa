// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import static dev.dualbase.testkit.fault.Line.hear;
import static dev.dualbase.testkit.fault.Line.hearAll;
import static dev.dualbase.testkit.fault.Line.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FaultProxyTest {
    private ServerSocket server;
    private FaultProxy proxy;
    private Line line;

    @BeforeEach
    void open() throws IOException {
        server = Line.listen();
        proxy = Line.proxy(server);
        line = Line.through(proxy, server);
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        proxy.close();
        server.close();
    }

    private void assertThatItWorks(Line through) throws IOException {
        say(through.client(), "to the server");
        assertThat(hear(through.server(), 13)).isEqualTo("to the server");
        say(through.server(), "to the client");
        assertThat(hear(through.client(), 13)).isEqualTo("to the client");
    }

    private void assertThatNewOnesWork() throws IOException {
        try (Line fresh = Line.through(proxy, server)) {
            assertThatItWorks(fresh);
        }
    }

    @Test
    void lets_pass_at_first() throws IOException {
        assertThatItWorks(line);
    }

    @Test
    void passes_on_that_one_side_has_said_all() throws IOException {
        say(line.client(), "a question");
        line.client().shutdownOutput();
        assertThat(hearAll(line.server())).isEqualTo("a question");
        say(line.server(), "an answer");
        line.server().close();
        assertThat(hearAll(line.client())).isEqualTo("an answer");
        proxy.awaitConnections(0);
    }

    @Test
    void cuts_in_the_orderly_way() throws IOException {
        proxy.cut();
        assertThat(proxy.connections()).isZero();
        assertThat(hearAll(line.client())).isEmpty();
        assertThat(hearAll(line.server())).isEmpty();
    }

    @Test
    void cuts_new_ones_until_another_command() throws IOException {
        proxy.cut();
        try (Socket late = Line.connect(proxy)) {
            say(late, "unheard");
            assertThat(hearAll(late)).isEmpty();
        }
        proxy.pass();
        assertThatNewOnesWork();
    }

    @Test
    void resets() {
        proxy.reset();
        assertThatThrownBy(() -> hear(line.client(), 1))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
        assertThatThrownBy(() -> hear(line.server(), 1))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void resets_new_ones_until_another_command() throws IOException {
        proxy.reset();
        assertThatThrownBy(() -> {
                    try (Socket late = Line.connect(proxy)) {
                        hear(late, 1);
                    }
                })
                .isInstanceOf(SocketException.class);
        proxy.pass();
        assertThatNewOnesWork();
    }

    @Test
    void refuses_and_comes_back_at_the_same_port() throws IOException {
        int port = proxy.port();
        for (int i = 0; i < 5; i++) {
            proxy.refuse();
            assertThatThrownBy(() -> Line.connect(proxy)).isInstanceOf(ConnectException.class);
            proxy.pass();
            assertThatNewOnesWork();
        }
        assertThat(hearAll(line.client())).isEmpty();
        assertThat(proxy.port()).isEqualTo(port);
    }

    @Test
    void half_open_connections_stay_dead_without_a_word_and_new_ones_work() throws IOException {
        proxy.halfOpen();
        say(line.client(), "to the server");
        line.server().close();
        proxy.pass();
        assertThatNewOnesWork();
        line.client().setSoTimeout(300);
        assertThatThrownBy(() -> hear(line.client(), 1)).isInstanceOf(SocketTimeoutException.class);
        proxy.cut();
        assertThat(hearAll(line.client())).isEmpty();
    }

    @Test
    void keeps_all_on_a_stalled_line_and_delivers_it_afterwards() throws IOException {
        proxy.stall();
        say(line.client(), "to the server");
        line.client().shutdownOutput();
        say(line.server(), "to the client");
        try (FaultProxy other = Line.proxy(server);
                Line free = Line.through(other, server)) {
            assertThatItWorks(free);
        }
        assertThat(line.server().getInputStream().available()).isZero();
        assertThat(line.client().getInputStream().available()).isZero();
        proxy.pass();
        assertThat(hearAll(line.server())).isEqualTo("to the server");
        assertThat(hear(line.client(), 13)).isEqualTo("to the client");
    }

    @Test
    void lets_in_while_it_is_stalled() throws IOException {
        proxy.stall();
        try (Line late = Line.through(proxy, server)) {
            say(late.client(), "kept");
            proxy.awaitConnections(2);
            proxy.pass();
            assertThat(hear(late.server(), 4)).isEqualTo("kept");
        }
    }

    @Test
    void loses_what_it_kept_with_the_connection() throws IOException {
        proxy.stall();
        say(line.client(), "lost");
        proxy.cut();
        proxy.pass();
        assertThat(hearAll(line.server())).isEmpty();
    }

    @Test
    void delays_in_both_directions() throws IOException {
        proxy.delay(Duration.ofMillis(100));
        long begin = System.nanoTime();
        assertThatItWorks(line);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void is_overtaken_while_it_delays() throws IOException {
        try (FaultProxy other = Line.proxy(server);
                Line free = Line.through(other, server)) {
            proxy.delay(Duration.ofHours(1));
            say(line.client(), "s");
            say(line.server(), "c");
            assertThatItWorks(free);
            assertThat(line.server().getInputStream().available()).isZero();
            assertThat(line.client().getInputStream().available()).isZero();
            proxy.delay(Duration.ofMillis(1));
            assertThat(hear(line.server(), 1) + hear(line.client(), 1)).isEqualTo("sc");
        }
    }

    @Test
    void keeps_the_order_while_it_delays_and_when_it_stops_to() throws IOException {
        StringBuilder said = new StringBuilder();
        proxy.delay(Duration.ofMillis(20));
        for (int i = 100; i < 400; i++) {
            say(line.client(), i + " ");
            said.append(i).append(' ');
            if (i == 300) {
                proxy.pass();
            }
        }
        line.client().shutdownOutput();
        assertThat(hearAll(line.server())).isEqualTo(said.toString());
    }

    @Test
    void throttles_both_directions() throws IOException {
        String text = "x".repeat(200);
        proxy.throttle(1000);
        long begin = System.nanoTime();
        say(line.client(), text);
        assertThat(hear(line.server(), 200)).isEqualTo(text);
        say(line.server(), text);
        assertThat(hear(line.client(), 200)).isEqualTo(text);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void carries_more_than_it_can_keep() throws IOException {
        String much = "0123456789".repeat(1_000_000);
        proxy.stall();
        CompletableFuture<Void> speaker = CompletableFuture.runAsync(() -> sayAll(much));
        proxy.pass();
        assertThat(hearAll(line.server())).isEqualTo(much);
        speaker.join();
    }

    private void sayAll(String text) {
        try {
            say(line.client(), text);
            line.client().shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void counts_connections_until_somebody_closes_them() throws IOException {
        proxy.awaitConnections(1);
        Line second = Line.through(proxy, server);
        proxy.awaitConnections(2);
        second.close();
        proxy.awaitConnections(1);
        line.server().close();
        proxy.awaitConnections(0);
    }

    @Test
    void resets_a_client_whose_server_is_not_there_yet() throws IOException {
        int port = server.getLocalPort();
        server.close();
        try (Socket early = Line.connect(proxy)) {
            assertThatThrownBy(() -> hear(early, 1)).isInstanceOf(SocketException.class);
        }
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        assertThatNewOnesWork();
    }

    @Test
    void refuses_what_cannot_be() {
        assertThatThrownBy(() -> proxy.throttle(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proxy.delay(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FaultProxy.before("host.invalid", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closes_all_and_obeys_no_more() throws IOException {
        proxy.close();
        proxy.close();
        assertThatThrownBy(proxy::pass).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Line.connect(proxy)).isInstanceOf(ConnectException.class);
        assertThat(hearAll(line.client())).isEmpty();
    }
}
