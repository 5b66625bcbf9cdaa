// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between a backend and its server, and cuts the line when the backend says a certain word. */
final class CuttingProxy implements AutoCloseable {
    /** Whether the server still hears the word. */
    enum Cut {
        BEFORE_THE_WORD,
        AFTER_THE_WORD
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch thawed = new CountDownLatch(1);
    private final URI server;
    private volatile String word = "";
    private volatile Cut cut = Cut.AFTER_THE_WORD;
    private volatile boolean frozen;

    CuttingProxy(String jdbcUrl) throws IOException {
        server = URI.create(jdbcUrl.substring("jdbc:".length()));
        threads.execute(this::accept);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + listener.getLocalPort() + server.getPath();
    }

    void cutAt(String newWord, Cut newCut) {
        cut = newCut;
        word = newWord;
    }

    /** From now on nothing passes, and nothing is closed. */
    void freeze() {
        frozen = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                threads.execute(() -> pump(client, upstream, true));
                threads.execute(() -> pump(upstream, client, false));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void pump(Socket from, Socket to, boolean listening) {
        byte[] buffer = new byte[65536];
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            boolean heard = false;
            for (int n = in.read(buffer); n >= 0 && !heard; n = heard ? -1 : in.read(buffer)) {
                if (frozen) {
                    thawed.await();
                }
                heard = listening && !word.isEmpty() && new String(buffer, 0, n, ISO_8859_1).contains(word);
                if (heard) {
                    from.close(); // first, so that no answer gets through
                }
                if (!heard || cut == Cut.AFTER_THE_WORD) {
                    to.getOutputStream().write(buffer, 0, n);
                }
            }
        } catch (IOException | InterruptedException closed) {
            // the line is cut: what it is for
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        thawed.countDown();
        threads.shutdownNow();
    }
}
