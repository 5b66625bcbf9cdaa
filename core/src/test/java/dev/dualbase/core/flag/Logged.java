// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.flag;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.event.EventConstants;

/** What flags log while this is open. */
final class Logged implements AutoCloseable {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    Logged() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        setLevel(EventConstants.INFO_INT);
    }

    List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** SLF4J's simple logger takes its level from a file at the start; nothing but its field can change it. */
    private static void setLevel(int level) {
        org.slf4j.Logger logger = LoggerFactory.getLogger(FlagWatch.class);
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
        setLevel(EventConstants.WARN_INT);
    }
}
