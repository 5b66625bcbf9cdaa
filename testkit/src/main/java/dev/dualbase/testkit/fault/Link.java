// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection of a client, and the one to the server behind it. */
final class Link {
    private final SocketChannel client;
    private final SocketChannel server;
    private final SelectionKey clientKey;
    private final SelectionKey serverKey;
    private final Flow toServer;
    private final Flow toClient;
    private boolean severed;
    private @Nullable Passage own;
    private boolean forgotten;

    Link(SocketChannel client, SocketChannel server, Selector selector, Armory armory, ByteBuffer scratch)
            throws IOException {
        this.client = client;
        this.server = server;
        Conversation conversation = new Conversation();
        toServer = new Flow(Direction.TO_SERVER, client, server, armory, conversation);
        toClient = new Flow(Direction.TO_CLIENT, server, client, armory, conversation);
        Runnable hearClient = () -> toServer.read(scratch);
        Runnable hearServer = () -> hearServer(scratch);
        clientKey = prepare(client).register(selector, 0, hearClient);
        serverKey = prepare(server).register(selector, 0, hearServer);
    }

    private static SocketChannel prepare(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return channel;
    }

    void connect(SocketAddress address) {
        try {
            server.connect(address);
        } catch (IOException unreachable) {
            reset();
        }
    }

    private void hearServer(ByteBuffer scratch) {
        if (server.isConnected()) {
            toClient.read(scratch);
            return;
        }
        try {
            server.finishConnect();
        } catch (IOException unreachable) {
            reset();
        }
    }

    /** Lets go what may. Returns how long the next bytes have to wait for their time. */
    long advance(Passage passage, long now) {
        Passage mine = forgotten ? Passage.HELD : Objects.requireNonNullElse(own, passage);
        long wait = Passage.NEVER;
        if (server.isConnected()) {
            wait = Math.min(toServer.advance(mine, now, this), toClient.advance(mine, now, this));
        }
        if (toServer.isOver() && toClient.isOver()) {
            close();
        } else {
            listen(mine, now);
        }
        return wait;
    }

    private void listen(Passage passage, long now) {
        int ofClient = toServer.wantsRead() ? SelectionKey.OP_READ : 0;
        int ofServer = toClient.wantsRead() ? SelectionKey.OP_READ : 0;
        if (toClient.wantsWrite(passage, now)) {
            ofClient |= SelectionKey.OP_WRITE;
        }
        if (toServer.wantsWrite(passage, now)) {
            ofServer |= SelectionKey.OP_WRITE;
        }
        if (clientKey.isValid()) {
            clientKey.interestOps(ofClient);
        }
        if (serverKey.isValid()) {
            serverKey.interestOps(server.isConnected() ? ofServer : SelectionKey.OP_CONNECT);
        }
    }

    /** Both sides hear that the other one has closed. Who speaks nevertheless is not heard. */
    void cut() {
        severed = true;
        if (!server.isConnected()) {
            closeQuietly(server);
            toClient.endSource();
        }
        toServer.endSink();
        toClient.endSink();
    }

    void reset() {
        severed = true;
        for (SocketChannel channel : new SocketChannel[] {client, server}) {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException gone) {
                // it is closed already
            }
        }
        close();
    }

    /** Serves this connection in another way than all, until the next command. */
    void serve(Passage passage) {
        own = passage;
    }

    /** As a stall that no command ends but those that close. */
    void forget() {
        forgotten = true;
    }

    void release() {
        own = null;
    }

    void disarm() {
        toServer.disarm();
        toClient.disarm();
    }

    /** Whether nobody has closed it. */
    boolean isOpen() {
        return !severed && toServer.hasSource() && toClient.hasSource();
    }

    boolean isClosed() {
        return !client.isOpen();
    }

    void close() {
        closeQuietly(client);
        closeQuietly(server);
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            // closed all the same
        }
    }
}
