// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.health;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Health;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.schema.SchemaCheck;
import dev.dualbase.core.schema.SchemaDifference;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Asks a backend how it is, and whether it has the tables of the code, within a time of its own. The question runs in a
 * thread of its own, outside of any transaction. Whoever asks while a question is unanswered waits for the answer to that
 * one, so that a server that hangs does not collect questions.
 */
public final class HealthCheck {

    private final Backend backend;
    private final List<Table<?>> tables;
    private final Duration timeout;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Question asked;

    private HealthCheck(Backend backend, Collection<? extends Table<?>> tables, Duration timeout) {
        this.backend = backend;
        this.tables = List.copyOf(tables);
        this.timeout = timeout;
    }

    /**
     * A check of a backend.
     *
     * @param tables the generated tables to look for; none to leave the schema out, which is left out too where the backend
     *     does not show its catalog
     * @param timeout after which the answer is that there is none
     */
    public static HealthCheck of(Backend backend, Collection<? extends Table<?>> tables, Duration timeout) {
        return new HealthCheck(backend, tables, timeout);
    }

    /** Asks. Never throws; whether the answer is good is in its {@link Health#status()}. */
    public Health ask() {
        long begin = System.nanoTime();
        Question question = question();
        try {
            return question.answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return inTime(question, begin);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return failed(
                    begin, new ConnectionFailureException("the caller was interrupted before there was an answer"));
        } catch (ExecutionException failure) {
            Class<?> type =
                    Objects.requireNonNullElse(failure.getCause(), failure).getClass();
            String what = "the health check failed with " + type.getName();
            return failed(begin, new ServerErrorException(what, ErrorInfo.none(), null));
        }
    }

    /** What is known when the time is up. */
    private Health inTime(Question question, long begin) {
        Health server = question.server;
        String within = " within " + timeout.toMillis() + " ms";
        return server == null
                ? failed(begin, new QueryTimeoutException("no answer" + within))
                : withoutSchema(server, new QueryTimeoutException("the schema could not be read" + within));
    }

    private static Health withoutSchema(Health server, StorageException failure) {
        return new Health(server.latency(), server.server(), server.pool(), Optional.of(failure), List.of());
    }

    private static Health failed(long begin, StorageException failure) {
        return Health.failed(Duration.ofNanos(System.nanoTime() - begin), failure, Optional.empty());
    }

    private Question question() {
        lock.lock();
        try {
            Question question = asked;
            if (question == null || question.answer.isDone()) {
                question = new Question();
                asked = question;
            }
            return question;
        } finally {
            lock.unlock();
        }
    }

    private static void inDaemon(Runnable question) {
        Thread thread = new Thread(question, "dualbase-health");
        thread.setDaemon(true);
        thread.start();
    }

    /** One question, which may be answered after those who asked have gone. */
    private final class Question {

        /** What is known before the schema has been read too. */
        private volatile @Nullable Health server;

        private final CompletableFuture<Health> answer =
                CompletableFuture.supplyAsync(this::ask, HealthCheck::inDaemon);

        private Health ask() {
            Health health = backend.health();
            if (!health.reachable() || tables.isEmpty()) {
                return health;
            }
            server = health;
            try {
                return backend.capabilities().supports(Capability.CATALOG) ? withSchema(health) : health;
            } catch (StorageException failure) {
                return withoutSchema(health, failure);
            }
        }
    }

    private Health withSchema(Health health) {
        List<SchemaDifference> differences =
                SchemaCheck.compare(tables, backend.describe(tables)).differences();
        return new Health(health.latency(), health.server(), health.pool(), health.failure(), differences);
    }
}
