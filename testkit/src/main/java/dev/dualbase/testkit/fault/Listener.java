// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import dev.dualbase.testkit.internal.Program;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The port that clients connect to. It may close, and open again with the same number. */
final class Listener {
    private static final int BACKLOG = 200;
    private static final int ATTEMPTS = 20;

    private final Selector selector;
    private final Consumer<SocketChannel> newcomers;
    private @Nullable ServerSocketChannel channel;
    private int port;

    Listener(Selector selector, Consumer<SocketChannel> newcomers) throws IOException {
        this.selector = selector;
        this.newcomers = newcomers;
        for (int i = 1; channel == null; i++) {
            port = Program.freePort();
            try {
                open();
            } catch (BindException taken) {
                if (i == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    int port() {
        return port;
    }

    /** Nothing happens if it is open. */
    void open() throws IOException {
        if (channel != null) {
            return;
        }
        ServerSocketChannel opened = ServerSocketChannel.open();
        try {
            opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            opened.configureBlocking(false);
            Runnable accept = () -> accept(opened);
            opened.register(selector, SelectionKey.OP_ACCEPT, accept);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        channel = opened;
    }

    void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    private void accept(ServerSocketChannel from) {
        try {
            for (SocketChannel client = from.accept(); client != null; client = from.accept()) {
                newcomers.accept(client);
            }
        } catch (IOException gone) {
            // the client has gone before it was let in
        }
    }
}
