// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Both ends of a connection through a proxy, without a protocol. Whoever reads in vain for 20 seconds fails. */
record Line(Socket client, Socket server) implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    static FaultProxy proxy(ServerSocket server) {
        return FaultProxy.before("127.0.0.1", server.getLocalPort());
    }

    static Line through(FaultProxy proxy, ServerSocket server) throws IOException {
        Socket client = connect(proxy);
        server.setSoTimeout(PATIENCE_MILLIS);
        return new Line(client, patient(server.accept()));
    }

    static Socket connect(FaultProxy proxy) throws IOException {
        return patient(new Socket("127.0.0.1", proxy.port()));
    }

    private static Socket patient(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    static void say(Socket from, String text) throws IOException {
        from.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** The next bytes, fewer at the end. */
    static String hear(Socket at, int count) throws IOException {
        return new String(at.getInputStream().readNBytes(count), US_ASCII);
    }

    /** All until the other side closes. */
    static String hearAll(Socket at) throws IOException {
        return new String(at.getInputStream().readAllBytes(), US_ASCII);
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
