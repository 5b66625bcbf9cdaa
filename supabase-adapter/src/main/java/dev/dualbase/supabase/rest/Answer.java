// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came back: status, headers and the whole body, which is a page of rows at most.
 *
 * @param tls the protocol that encrypted it, empty for plain text
 */
record Answer(Request request, int status, HttpHeaders headers, Optional<String> tls, byte[] body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Every answer of PostgREST to a question about rows has this header; a page of some gateway has not. */
    boolean isAboutRows() {
        return headers.firstValue("Content-Range").isPresent();
    }

    /** The number behind the slash of {@code Content-Range}, which count=exact asks for; negative without it. */
    long total() {
        String range = headers.firstValue("Content-Range").orElse("");
        String total = range.substring(range.indexOf('/') + 1);
        return total.isEmpty() || total.length() > 18 || !total.chars().allMatch(Character::isDigit)
                ? -1
                : Long.parseLong(total);
    }

    /** What the server calls itself, such as {@code postgrest/12.0.2}. */
    Optional<String> server() {
        return headers.firstValue("Server");
    }

    /** How long the server asks to be left alone, in its form of seconds (RFC 9110, 10.2.3). */
    @Nullable
    Duration retryAfter() {
        String seconds = headers.firstValue("Retry-After").orElse("");
        boolean given =
                !seconds.isEmpty() && seconds.length() < 7 && seconds.chars().allMatch(Character::isDigit);
        return given ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    /** The status only: the rest is data. */
    @Override
    public String toString() {
        return "Answer[status=" + status + "]";
    }
}
