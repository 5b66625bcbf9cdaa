// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import static dev.dualbase.testkit.fault.Line.hear;
import static dev.dualbase.testkit.fault.Line.hearAll;
import static dev.dualbase.testkit.fault.Line.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Faults at a byte or a text of a line without a protocol. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MomentTest {
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

    @Test
    void cuts_after_a_byte_of_the_client() throws Exception {
        Strike strike = proxy.cutAfter(15, Direction.TO_SERVER);
        say(line.client(), "0123456789");
        assertThat(hear(line.server(), 10)).isEqualTo("0123456789");
        assertThat(strike.struck()).isFalse();
        say(line.client(), "0123456789");
        assertThat(hearAll(line.server())).isEqualTo("01234");
        assertThat(hearAll(line.client())).isEmpty();
        strike.await();
        assertThat(strike.struck()).isTrue();
    }

    @Test
    void cuts_after_a_byte_of_the_server() throws IOException {
        proxy.cutAfter(3, Direction.TO_CLIENT);
        say(line.client(), "0123456789");
        assertThat(hear(line.server(), 10)).isEqualTo("0123456789");
        say(line.server(), "0123456789");
        assertThat(hearAll(line.client())).isEqualTo("012");
    }

    @Test
    void cuts_before_the_next_byte() throws IOException {
        proxy.cutAfter(0, Direction.TO_SERVER);
        say(line.client(), "0");
        assertThat(hearAll(line.server())).isEmpty();
    }

    @Test
    void strikes_one_connection_once() throws IOException {
        proxy.cutAfter(1, Direction.TO_SERVER);
        try (Line other = Line.through(proxy, server)) {
            say(line.client(), "0");
            assertThat(hearAll(line.server())).isEqualTo("0");
            say(other.client(), "0123");
            assertThat(hear(other.server(), 4)).isEqualTo("0123");
        }
    }

    @Test
    void strikes_before_and_after_a_text() throws IOException {
        proxy.at(Moment.beforeText("200 OK", Direction.TO_CLIENT), Fault.CUT);
        say(line.server(), "HTTP/1.1 200 OK");
        assertThat(hearAll(line.client())).isEqualTo("HTTP/1.1 ");
        proxy.at(Moment.afterText("GET", Direction.TO_SERVER), Fault.CUT);
        try (Line other = Line.through(proxy, server)) {
            say(other.client(), "GET /");
            assertThat(hearAll(other.server())).isEqualTo("GET");
        }
    }

    @Test
    void knows_a_text_that_comes_in_parts() throws IOException {
        proxy.at(Moment.afterText("abcd", Direction.TO_SERVER), Fault.CUT);
        say(line.client(), "xab");
        assertThat(hear(line.server(), 3)).isEqualTo("xab");
        say(line.client(), "cdef");
        assertThat(hearAll(line.server())).isEqualTo("cd");
    }

    @Test
    void stalls_one_connection_until_it_may_go_on() throws Exception {
        Strike strike = proxy.at(Moment.afterBytes(2, Direction.TO_SERVER), Fault.STALL);
        say(line.client(), "0123");
        strike.await();
        say(line.client(), "4");
        try (Line other = Line.through(proxy, server)) {
            say(other.client(), "0123");
            assertThat(hear(other.server(), 4)).isEqualTo("0123");
        }
        assertThat(line.server().getInputStream().available()).isEqualTo(2);
        proxy.pass();
        assertThat(hear(line.server(), 5)).isEqualTo("01234");
    }

    @Test
    void delays_one_connection_from_a_byte_on() throws Exception {
        Duration delay = Duration.ofMillis(300);
        Strike strike = proxy.delayAt(Moment.afterBytes(2, Direction.TO_SERVER), delay);
        long begin = System.nanoTime();
        say(line.client(), "0123");
        assertThat(hear(line.server(), 2)).isEqualTo("01");
        strike.await();
        assertThat(hear(line.server(), 2)).isEqualTo("23");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(delay);
        say(line.client(), "4");
        proxy.pass();
        assertThat(hear(line.server(), 1)).isEqualTo("4");
    }

    @Test
    void throttles_one_connection_from_a_byte_on() throws Exception {
        proxy.throttleAt(Moment.afterBytes(2, Direction.TO_SERVER), 10);
        long begin = System.nanoTime();
        say(line.client(), "0123456");
        assertThat(hear(line.server(), 7)).isEqualTo("0123456");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        try (Line other = Line.through(proxy, server)) {
            say(other.client(), "0123456789".repeat(100));
            assertThat(hear(other.server(), 1000)).hasSize(1000);
        }
    }

    @Test
    void takes_the_server_away() throws Exception {
        Strike strike = proxy.at(Moment.afterBytes(2, Direction.TO_SERVER), Fault.REFUSE);
        say(line.client(), "0123");
        strike.await();
        assertThatThrownBy(() -> Line.connect(proxy)).isInstanceOf(ConnectException.class);
        assertThat(hearAll(line.server())).isEqualTo("01");
    }

    @Test
    void is_taken_back_when_all_may_pass() throws IOException {
        Strike strike = proxy.cutAfter(1, Direction.TO_SERVER);
        proxy.pass();
        say(line.client(), "0123");
        assertThat(hear(line.server(), 4)).isEqualTo("0123");
        assertThat(strike.struck()).isFalse();
    }

    @Test
    void of_messages_leaves_other_protocols_alone() throws IOException {
        proxy.at(Moment.before(Message.any(Direction.TO_SERVER)), Fault.CUT);
        say(line.client(), "GET / HTTP/1.1");
        assertThat(hear(line.server(), 14)).isEqualTo("GET / HTTP/1.1");
    }

    @Test
    void says_what_it_is() {
        Message third = Message.statement("insert").nth(3);
        assertThat(proxy.at(Moment.before(third), Fault.CUT))
                .hasToString("CUT before the statement with \"insert\", number 3");
        assertThat(proxy.cutAfter(7, Direction.TO_SERVER)).hasToString("CUT after 7 bytes TO_SERVER");
    }

    @Test
    void must_be_possible() {
        assertThatThrownBy(() -> Moment.afterBytes(-1, Direction.TO_SERVER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Moment.afterText("", Direction.TO_SERVER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Message.answer("").nth(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
