// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** All connections, and what is in force for them. Only the thread of the {@link Loop} touches it. */
final class Exchange {
    private static final int BUFFER = 1 << 16;

    private final SocketAddress server;
    private final Selector selector;
    private final Listener listener;
    private final Armory armory = new Armory(this::refuse);
    private final List<Link> links = new ArrayList<>();
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(BUFFER);
    private Passage passage = Passage.FREE;
    private Admission admission = Admission.SERVE;

    Exchange(SocketAddress server, Selector selector) throws IOException {
        this.server = server;
        this.selector = selector;
        this.listener = new Listener(selector, this::admit);
    }

    int port() {
        return listener.port();
    }

    private void admit(SocketChannel client) {
        try {
            Link link = new Link(client, SocketChannel.open(), selector, armory, scratch);
            links.add(link);
            switch (admission) {
                case SERVE -> link.connect(server);
                case CUT -> link.cut();
                case RESET -> link.reset();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy cannot serve a connection: " + e.getMessage(), e);
        }
    }

    /** Lets go what may. Returns how long the next bytes have to wait for their time. */
    long turn() {
        long now = System.nanoTime();
        long wait = Passage.NEVER;
        for (Link link : links) {
            wait = Math.min(wait, link.advance(passage, now));
        }
        links.removeIf(Link::isClosed);
        return wait;
    }

    void pass() {
        armory.disarm();
        links.forEach(Link::disarm);
        serve(Passage.FREE);
    }

    /** Serves all connections in this way from now on. */
    void serve(Passage newPassage) {
        passage = newPassage;
        admission = Admission.SERVE;
        links.forEach(Link::release);
        open();
    }

    void cut() {
        admission = Admission.CUT;
        links.forEach(Link::cut);
        open();
    }

    void reset() {
        admission = Admission.RESET;
        links.forEach(Link::reset);
        open();
    }

    void halfOpen() {
        links.forEach(Link::forget);
        serve(Passage.FREE);
    }

    void refuse() {
        links.forEach(Link::cut);
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port() + " does not close: " + e.getMessage(), e);
        }
    }

    private void open() {
        try {
            listener.open();
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port() + " does not open again: " + e.getMessage(), e);
        }
    }

    void arm(Strike strike) {
        armory.arm(strike);
    }

    List<Strike> takeStruck() {
        return armory.takeStruck();
    }

    int connections() {
        return (int) links.stream().filter(Link::isOpen).count();
    }

    void close() {
        refuse();
        links.forEach(Link::close);
    }
}
