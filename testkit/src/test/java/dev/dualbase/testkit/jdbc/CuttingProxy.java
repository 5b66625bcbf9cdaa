// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Stands between a backend and its server, and cuts the line when the backend says a certain word. */
final class CuttingProxy implements AutoCloseable {
    /** Whether the server still hears the word. */
    enum Cut {
        BEFORE_THE_WORD,
        AFTER_THE_WORD
    }

    private final ServerSocket listener;
    private final URI server;
    private final CountDownLatch thawed = new CountDownLatch(1);
    private volatile String word = "";
    private volatile Cut cut = Cut.AFTER_THE_WORD;
    private volatile boolean frozen;

    /** Listens before the server of a JDBC URL. */
    CuttingProxy(String jdbcUrl) throws IOException {
        server = URI.create(jdbcUrl.substring("jdbc:".length()));
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
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

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket upstream = new Socket(server.getHost(), server.getPort());
            start(() -> pump(client, upstream, true));
            start(() -> pump(upstream, client, false));
        }
    }

    private void pump(Socket from, Socket to, boolean listening) throws IOException, InterruptedException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[65536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (frozen) {
                    thawed.await();
                }
                boolean heard = listening && !word.isEmpty() && text(buffer, n).contains(word);
                if (heard && cut == Cut.BEFORE_THE_WORD) {
                    return;
                }
                if (heard) {
                    from.close(); // first, so that no answer gets through
                }
                out.write(buffer, 0, n);
                if (heard) {
                    return;
                }
            }
        }
    }

    private static String text(byte[] buffer, int length) {
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException closed) {
                // the line is cut: what it is for
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        thawed.countDown();
    }
}
