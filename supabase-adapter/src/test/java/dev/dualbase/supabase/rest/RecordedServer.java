// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.retry.RetryPolicy;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/**
 * A server that plays back what gateways and other versions of PostgREST were seen to answer, or passes requests on to a
 * real PostgREST, and counts them.
 */
final class RecordedServer implements AutoCloseable {
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Source source;
    private volatile boolean answersAtOnce;

    private RecordedServer(Source source) {
        this.source = source;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Answers with these in turn, and from then on with the last one. */
    static RecordedServer answering(Reply... replies) {
        return numbered(number -> replies[Math.min(number, replies.length) - 1]);
    }

    /** Answers by the number of the request, from 1 on. */
    static RecordedServer numbered(IntFunction<Reply> replies) {
        return new RecordedServer((number, request) -> replies.apply(number));
    }

    /** Passes everything on. */
    static RecordedServer before(String url) {
        return new RecordedServer((number, request) -> passOn(URI.create(url), request));
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** A backend on it that waits a second for an answer, and between attempts as good as not. */
    SupabaseRestBuilder builder() {
        return new SupabaseRestBuilder(url(), "a-key")
                .id("recorded")
                .requestTimeout(Duration.ofSeconds(2))
                .retry(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1500)));
    }

    /** What was asked so far: the lines of each head, and the body. */
    List<String> requests() {
        return requests;
    }

    /** The heads of the requests that were no questions about functions. */
    long requestsOf(String method) {
        return requests.stream()
                .filter(request -> request.startsWith(method + " "))
                .count();
    }

    /** Ends every connection that is open. */
    void dropConnections() {
        open.forEach(RecordedServer::end);
    }

    /** From now on the first answer is given to whatever is sent. */
    void answerAtOnce() {
        answersAtOnce = true;
    }

    int connections() {
        return open.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            if (answersAtOnce) {
                in.read();
                client.getOutputStream().write(source.answer(1, "").bytes());
                return;
            }
            for (String request = next(in); !request.isEmpty(); request = next(in)) {
                requests.add(request);
                Reply reply = source.answer(requests.size(), request);
                client.getOutputStream().write(reply.bytes());
                client.getOutputStream().flush();
                if (reply.after() == Reply.After.RESET) {
                    client.setSoLinger(true, 0);
                }
                if (reply.after() == Reply.After.STALL) {
                    in.read(); // until the other side gives up
                }
                if (reply.after() != Reply.After.KEEP) {
                    return;
                }
            }
        } catch (IOException gone) {
            // the client left
        } finally {
            open.remove(client);
        }
    }

    private static String next(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) {
                return "";
            }
            head.write(read);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        return text + new String(in.readNBytes(contentLength(text)), StandardCharsets.ISO_8859_1);
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .findFirst()
                .map(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .orElse(0);
    }

    private static Reply passOn(URI target, String request) throws IOException {
        int behindFirstLine = request.indexOf("\r\n") + 2;
        String once =
                request.substring(0, behindFirstLine) + "Connection: close\r\n" + request.substring(behindFirstLine);
        try (Socket upstream = new Socket(target.getHost(), target.getPort())) {
            upstream.getOutputStream().write(once.getBytes(StandardCharsets.ISO_8859_1));
            return new Reply(upstream.getInputStream().readAllBytes(), Reply.After.KEEP);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dropConnections();
        threads.shutdownNow();
    }

    private interface Source {
        Reply answer(int number, String request) throws IOException;
    }
}
