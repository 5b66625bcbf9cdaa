// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** What is logged while this is open: by us, the pool and jOOQ through SLF4J, by the driver through JUL, all at the finest level. */
final class Logs implements AutoCloseable {
    private static final int TRACE = 0;
    private static final List<String> SPEAKERS = List.of(
            "dev.dualbase.calls",
            "dev.dualbase.pool",
            "dev.dualbase.core.observation.ObservedBackend",
            "com.zaxxer.hikari.pool.HikariPool",
            "com.zaxxer.hikari.pool.PoolBase",
            "com.zaxxer.hikari.pool.ProxyConnection",
            "com.zaxxer.hikari.pool.ProxyLeakTask",
            "com.zaxxer.hikari.HikariConfig",
            "org.jooq.tools.LoggerListener",
            "org.jooq.impl.AbstractQuery",
            "org.jooq.impl.AbstractResultQuery",
            "org.jooq.impl.DefaultBinding",
            "org.jooq.impl.Tools");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream before = System.err;
    private final Logger driver = Logger.getLogger("org.postgresql");
    private final Handler handler = new Recorder();

    Logs() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        SPEAKERS.forEach(name -> setLevel(name, TRACE));
        driver.setLevel(Level.WARNING); // finer ones are the driver's wire protocol
        driver.addHandler(handler);
    }

    String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /** SLF4J's simple logger takes its level from a file at the start; nothing but its field can change it. */
    private static void setLevel(String name, int level) {
        org.slf4j.Logger logger = LoggerFactory.getLogger(name);
        try {
            Field field = logger.getClass().getDeclaredField("currentLogLevel");
            field.setAccessible(true);
            field.setInt(logger, level);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        System.setErr(before);
        driver.removeHandler(handler);
        SPEAKERS.forEach(name -> setLevel(name, org.slf4j.event.EventConstants.WARN_INT));
    }

    private final class Recorder extends Handler {
        @Override
        public void publish(LogRecord line) {
            written.writeBytes((line.getMessage() + line.getThrown()).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
