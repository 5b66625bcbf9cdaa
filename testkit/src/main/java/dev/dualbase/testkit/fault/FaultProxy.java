// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.testkit.server.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A TCP proxy between what is tested and its server, which breaks the line on command. At first everything passes. Each
 * command takes the place of the one before, for the connections that are open and for new ones, and is in force when it
 * returns. Faults that strike {@linkplain #at(Moment, Fault) at a moment} wait beside it.
 *
 * <p>It serves JDBC, HTTP and whatever else goes over TCP, on a port of this machine that only this machine reaches. It has
 * one thread, a daemon. Safe for use by several threads. After {@link #close()} each command throws an
 * {@link IllegalStateException}.
 */
public final class FaultProxy implements AutoCloseable {
    private static final String LOCAL = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Exchange exchange;
    private final Loop loop;
    private final Thread thread;
    private final int port;

    private FaultProxy(InetSocketAddress server) {
        try {
            Selector selector = Selector.open();
            exchange = new Exchange(server, selector);
            port = exchange.port();
            loop = new Loop(selector, exchange);
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy does not start: " + e.getMessage(), e);
        }
        thread = new Thread(loop, "dualbase-test-fault-proxy-" + port);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Opens one. The server may come later: until then a connection to it is reset.
     *
     * @throws IllegalArgumentException if no address is known for the host
     */
    public static FaultProxy before(String host, int port) {
        InetSocketAddress server = new InetSocketAddress(host, port);
        if (server.isUnresolved()) {
            throw new IllegalArgumentException("There is no address for the host " + host);
        }
        return new FaultProxy(server);
    }

    /** Opens one before the server of a database. */
    public static FaultProxy before(TestDatabase database) {
        Properties parts = Driver.parseURL(database.jdbcUrl(), null);
        if (parts == null) {
            throw new IllegalArgumentException("The address of the database is not one of PostgreSQL: " + database);
        }
        return before(PGProperty.PG_HOST.getOrDefault(parts), Integer.parseInt(PGProperty.PG_PORT.getOrDefault(parts)));
    }

    /** The port to connect to, the same for the life of the proxy. */
    public int port() {
        return port;
    }

    /** The address of a database of the server through the proxy, without user, password and options. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LOCAL + ":" + port + "/" + database;
    }

    /** The address of a database of the server through the proxy, with the options that its own one has. */
    public String jdbcUrl(TestDatabase database) {
        String own = database.jdbcUrl();
        int options = own.indexOf('?');
        return jdbcUrl(database.name()) + (options < 0 ? "" : own.substring(options));
    }

    /** The address of an HTTP server through the proxy, such as {@code http://127.0.0.1:21234}. */
    public String httpUrl() {
        return "http://" + LOCAL + ":" + port;
    }

    /**
     * Lets everything pass, as if there were no proxy. What a stall or a delay has kept goes on at once, in its order, and
     * faults that have not struck are taken back. Connections that were cut stay so.
     */
    public void pass() {
        loop.run(exchange::pass);
    }

    /**
     * Closes every connection, on both sides, in the orderly way (FIN), and every new one as soon as it is there. What was on
     * its way is lost.
     */
    public void cut() {
        loop.run(exchange::cut);
    }

    /** As {@link #cut()}, but with a TCP reset: for the client "Connection reset". */
    public void reset() {
        loop.run(exchange::reset);
    }

    /**
     * Lets bytes pass after a time, in each direction, in their order, as over a long line. Connecting itself is not delayed.
     *
     * @throws IllegalArgumentException if the delay is negative
     */
    public void delay(Duration delay) {
        Passage passage = Passage.delayed(delay);
        loop.run(() -> exchange.serve(passage));
    }

    /**
     * Keeps every byte, and the news that a side has closed, in both directions. Connections can be made, and nobody answers
     * on them, as behind a line that is dead without anyone knowing. {@link #pass()} delivers what was kept, even if its
     * sender has given up.
     */
    public void stall() {
        loop.run(() -> exchange.serve(Passage.HELD));
    }

    /**
     * Forgets every connection that is open, as a firewall or a host without power does: no FIN, no RST, and what either side
     * says is never delivered, also after {@link #pass()}. Each side finds out by its own timeouts only. {@link #cut()},
     * {@link #reset()} and {@link #refuse()} close them. New connections pass.
     */
    public void halfOpen() {
        loop.run(exchange::halfOpen);
    }

    /**
     * Lets so many bytes in a second pass, on each connection in each direction.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public void throttle(long bytesPerSecond) {
        Passage passage = Passage.throttled(bytesPerSecond);
        loop.run(() -> exchange.serve(passage));
    }

    /** Cuts every connection, and refuses new ones: nobody listens at the port until another command. */
    public void refuse() {
        loop.run(exchange::refuse);
    }

    /**
     * Lets a fault strike once, at the first connection that reaches a moment. Several may wait at a time; where their
     * moments are in the same message, the older one strikes, and the other one waits on.
     */
    @CanIgnoreReturnValue
    public Strike at(Moment moment, Fault fault) {
        Strike strike = new Strike(moment, fault);
        loop.run(() -> exchange.arm(strike));
        return strike;
    }

    /**
     * As {@link #delay(Duration)}, from a moment on, for the first connection that reaches it, until the next command.
     *
     * @throws IllegalArgumentException if the delay is negative
     */
    @CanIgnoreReturnValue
    public Strike delayAt(Moment moment, Duration delay) {
        return slowAt(moment, Passage.delayed(delay));
    }

    /**
     * As {@link #throttle(long)}, from a moment on, for the first connection that reaches it, until the next command.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    @CanIgnoreReturnValue
    public Strike throttleAt(Moment moment, long bytesPerSecond) {
        return slowAt(moment, Passage.throttled(bytesPerSecond));
    }

    private Strike slowAt(Moment moment, Passage passage) {
        Strike strike = new Strike(moment, passage);
        loop.run(() -> exchange.arm(strike));
        return strike;
    }

    /**
     * Cuts the connection that carries the last of so many more bytes in a direction, after it.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    @CanIgnoreReturnValue
    public Strike cutAfter(long bytes, Direction direction) {
        return at(Moment.afterBytes(bytes, direction), Fault.CUT);
    }

    /** How many connections clients have that nobody has closed or cut. */
    public int connections() {
        return loop.call(exchange::connections);
    }

    /**
     * Waits until there are so many {@linkplain #connections() connections}, for 20 seconds.
     *
     * @throws IllegalStateException if there are not by then, or the thread is interrupted
     */
    public void awaitConnections(int count) {
        long begin = System.nanoTime();
        for (int there = connections(); there != count; there = connections()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("There are " + there + " connections, not " + count);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Closes the port and all connections. */
    @Override
    public void close() {
        loop.end();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "fault proxy at port " + port;
    }
}
