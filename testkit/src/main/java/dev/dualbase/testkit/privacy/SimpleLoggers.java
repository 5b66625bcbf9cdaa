// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.privacy;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.event.EventConstants;

/**
 * All levels of SLF4J's simple logger, if that is in use. It reads its levels once, and nothing but its fields can change
 * them afterwards.
 */
final class SimpleLoggers implements AutoCloseable {
    private static final int TRACE = EventConstants.TRACE_INT;

    private final Map<Object, Integer> levels = new HashMap<>();
    private final @Nullable Object settings;
    private final int usual;

    private SimpleLoggers(@Nullable Object settings, int usual) {
        this.settings = settings;
        this.usual = usual;
    }

    static SimpleLoggers open() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!factory.getClass().getName().equals("org.slf4j.simple.SimpleLoggerFactory")) {
            return new SimpleLoggers(null, TRACE);
        }
        Object settings = get(LoggerFactory.getLogger(SimpleLoggers.class), "CONFIG_PARAMS");
        SimpleLoggers loggers = new SimpleLoggers(settings, (int) get(settings, "defaultLogLevel"));
        set(settings, "defaultLogLevel", TRACE);
        for (Object logger : ((Map<?, ?>) get(factory, "loggerMap")).values()) {
            loggers.levels.put(logger, (int) get(logger, "currentLogLevel"));
            set(logger, "currentLogLevel", TRACE);
        }
        return loggers;
    }

    private static Object get(Object owner, String field) {
        try {
            return field(owner, field).get(owner);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("slf4j-simple is not as it was in version 2", changed);
        }
    }

    private static void set(Object owner, String field, int value) {
        try {
            field(owner, field).setInt(owner, value);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("slf4j-simple is not as it was in version 2", changed);
        }
    }

    private static Field field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    @Override
    public void close() {
        if (settings == null) {
            return;
        }
        set(settings, "defaultLogLevel", usual);
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        for (Object logger : ((Map<?, ?>) get(factory, "loggerMap")).values()) {
            set(logger, "currentLogLevel", levels.getOrDefault(logger, usual));
        }
    }
}
