// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.nio.charset.StandardCharsets;

/** What a {@link RecordedServer} does with a request: the bytes it sends, and what it does with the connection then. */
record Reply(byte[] bytes, After after) {
    private static final String EMPTY_LIST = "Content-Range: */0";

    /** What happens to the connection. */
    enum After {
        KEEP,
        CLOSE,
        RESET,
        STALL
    }

    /** An answer with a status, headers and a body. */
    static Reply of(int status, String body, String... headers) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head =
                new StringBuilder("HTTP/1.1 " + status + " x\r\nContent-Length: " + content.length + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return raw(head + "\r\n" + body);
    }

    /** A failure as PostgREST words it. */
    static Reply failure(int status, String code, String message) {
        return of(
                status,
                "{\"code\":\"" + code + "\",\"details\":null,\"hint\":null,\"message\":\"" + message + "\"}",
                "Content-Type: application/json; charset=utf-8");
    }

    /** The answer to a read of nothing, or to a write that reached nothing. */
    static Reply nothing() {
        return of(200, "[]", EMPTY_LIST, "Server: postgrest/12.0.2");
    }

    /** These characters, and the connection is kept. */
    static Reply raw(String characters) {
        return new Reply(characters.getBytes(StandardCharsets.UTF_8), After.KEEP);
    }

    /** No answer. */
    static Reply silence(After after) {
        return new Reply(new byte[0], after);
    }

    /** The same, and then this. */
    Reply then(After next) {
        return new Reply(bytes, next);
    }
}
