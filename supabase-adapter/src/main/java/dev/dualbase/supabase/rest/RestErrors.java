// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.error.SqlStates;
import dev.dualbase.core.error.StorageException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Failures of requests as exceptions. The code in the body decides; the status only where there is no code, because
 * PostgREST's statuses differ from version to version and mean several things each.
 */
final class RestErrors {

    /** PostgREST's own codes (its documentation, "Errors") by the SQLSTATE that PostgreSQL has for the same. */
    private static final Map<String, String> SQL_STATES = Map.ofEntries(
            Map.entry("PGRST106", "3F000"),
            Map.entry("PGRST125", "42P01"),
            Map.entry("PGRST126", "42P01"),
            Map.entry("PGRST202", "42883"),
            Map.entry("PGRST203", "42725"),
            Map.entry("PGRST204", "42703"),
            Map.entry("PGRST205", "42P01"),
            Map.entry("PGRST300", "28000"),
            Map.entry("PGRST301", "28000"),
            Map.entry("PGRST302", "28000"),
            Map.entry("PGRST303", "28000"));

    /** The database could not be asked: it was away, the pool was full, or the tables were not known yet. */
    private static final Set<String> NOT_RUN = Set.of("PGRST000", "PGRST002", "PGRST003");

    /** The connection to the database broke, perhaps under the statement. */
    private static final String CONNECTION_LOST = "PGRST001";

    private static final Set<String> EXPIRED = Set.of("PGRST301", "PGRST303");

    /** 408, and all from 500 on: something between here and the database gave up, with the request perhaps passed on. */
    private static final int REQUEST_TIMEOUT = 408;

    private RestErrors() {}

    /** Whether the server refused the token, for whatever reason; only a renewed one is worth another try. */
    static boolean isExpiredToken(Answer answer) {
        return answer.status() == 401
                && ErrorBody.parse(answer.body())
                        .filter(body -> EXPIRED.contains(body.code()))
                        .isPresent();
    }

    /** The exception for an answer that is no success. */
    static StorageException of(Request request, Answer answer) {
        Optional<ErrorBody> body = ErrorBody.parse(answer.body());
        return body.filter(b -> b.isPostgrests())
                .map(b -> byCode(request, answer, b))
                .orElseGet(() -> byStatus(
                        request, answer, body.filter(ErrorBody::isEmpty).isPresent()));
    }

    private static StorageException byCode(Request request, Answer answer, ErrorBody body) {
        if (NOT_RUN.contains(body.code())) {
            ErrorInfo info = new ErrorInfo("08001", request.table(), null, null, body.words());
            return new ConnectionFailureException(
                    "PostgREST cannot reach the database (" + body.code() + ")", info, null, answer.retryAfter());
        } else if (body.code().equals(CONNECTION_LOST)) {
            return lost(request, new ErrorInfo("08006", request.table(), null, null, body.words()), null);
        } else if (body.isOwn() && !SQL_STATES.containsKey(body.code())) {
            ErrorInfo info = new ErrorInfo(null, request.table(), null, null, body.words());
            return new ServerErrorException("PostgREST refused the request (" + body.code() + ")", info, null);
        }
        ErrorInfo info = FunctionFailure.read(body.message(), body.details(), body.hint())
                .orElseGet(() -> ServerWords.info(sqlState(body), body))
                .orTable(request.table());
        return SqlStates.isConnectionLost(info.sqlState())
                ? lost(request, info, null)
                : SqlStates.toException(info, null);
    }

    /** A trigger may give any code; what is no SQLSTATE is what such a trigger raises, {@code PGRST}. */
    private static String sqlState(ErrorBody body) {
        String known = SQL_STATES.get(body.code());
        if (known != null) {
            return known;
        }
        return body.code().matches("[0-9A-Z]{5}") ? body.code() : "PGRST";
    }

    /** An answer without a code comes from something before PostgREST, but for the empty object of an unknown path. */
    private static StorageException byStatus(Request request, Answer answer, boolean isEmptyObject) {
        int status = answer.status();
        String words = new String(answer.body(), StandardCharsets.UTF_8);
        ErrorInfo info = new ErrorInfo(null, request.table(), null, null, words);
        return switch (status) {
            case 400 ->
                new InvalidValueException(
                        "the request was refused on its way (HTTP 400); it may be too large, or the address wrong",
                        withState("54000", info),
                        null);
            case 413, 414, 431 ->
                new InvalidValueException(
                        "the request is too large (HTTP " + status + ")", withState("54000", info), null);
            case 401, 403 -> new AccessDeniedException("the key was refused", withState("28000", info), null);
            case 404 ->
                isEmptyObject && request.table() != null
                        ? SqlStates.toException(withState("42P01", info), null)
                        : new SchemaMismatchException("no PostgREST answers at this address", info, null);
            case 429 ->
                new ConnectionFailureException(
                        "the server has too many requests", withState("53300", info), null, answer.retryAfter());
            default -> byOtherStatus(request, answer, info);
        };
    }

    private static StorageException byOtherStatus(Request request, Answer answer, ErrorInfo info) {
        int status = answer.status();
        String what = "the gateway answered HTTP " + status;
        if (status < 500 && status != REQUEST_TIMEOUT) {
            return new ServerErrorException(what + "; check the address", info, null);
        }
        return request.verb().onlyReads()
                ? new ConnectionFailureException(what, withState("08006", info), null, answer.retryAfter())
                : new OutcomeUnknownException(what + " to a write", withState("08006", info), null);
    }

    private static ErrorInfo withState(String sqlState, ErrorInfo info) {
        return new ErrorInfo(sqlState, info.table(), null, null, info.sensitive());
    }

    /** The exception for a connection that could not be had or did not last. */
    static StorageException broken(Request request, Throwable failure) {
        Throwable cause = withoutValues(failure);
        if (neverConnected(failure)) {
            ErrorInfo info = new ErrorInfo("08001", request.table(), null, null, null);
            return new ConnectionFailureException("no connection", info, cause);
        }
        return lost(request, new ErrorInfo("08006", request.table(), null, null, null), cause);
    }

    /** The exception for a request that was never begun. */
    static StorageException notSent(Request request, String why) {
        return new ConnectionFailureException(
                "not sent: " + why, new ErrorInfo("08001", request.table(), null, null, null), null);
    }

    private static boolean neverConnected(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ConnectException
                    || each instanceof HttpConnectTimeoutException
                    || each instanceof UnknownHostException
                    || each instanceof UnresolvedAddressException
                    || each instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }

    private static StorageException lost(Request request, ErrorInfo info, @Nullable Throwable cause) {
        return request.verb().onlyReads()
                ? new ConnectionFailureException("the connection was lost", info, cause)
                : new OutcomeUnknownException("the connection was lost while a write was under way", info, cause);
    }

    /** The exception for a request without an answer in time. It has no SQLSTATE, because no server spoke. */
    static StorageException timeout(Request request, Duration timeout) {
        String what = "no answer within " + timeout.toMillis() + " ms";
        ErrorInfo info = new ErrorInfo(null, request.table(), null, null, null);
        return request.verb().onlyReads()
                ? new QueryTimeoutException(what, info, null)
                : new OutcomeUnknownException(what + "; the server may go on with the write", info, null);
    }

    /** The exception for a success that is none of PostgREST's. */
    static StorageException notPostgrest(Answer answer) {
        Request request = answer.request();
        ErrorInfo info =
                new ErrorInfo("08006", request.table(), null, null, new String(answer.body(), StandardCharsets.UTF_8));
        String what = "HTTP " + answer.status() + " with an answer that is not PostgREST's; check the address";
        return request.verb().onlyReads()
                ? new ConnectionFailureException(what, info, null)
                : new OutcomeUnknownException(what, info, null);
    }

    /** The type and the place of a failure, without a text that may hold the address with its parameters. */
    private static IOException withoutValues(Throwable failure) {
        IOException copy = new IOException(failure.getClass().getSimpleName());
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }
}
