// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.privacy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What this process prints and logs while it is open. */
final class ProcessOutput implements AutoCloseable {
    // Kept, since loggers nobody holds are forgotten with their levels.
    /** Finer than {@code FINE} pgjdbc logs parameters. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    /** Finer than {@code INFO} the JDK's HTTP client logs addresses, in which filters are. */
    private static final Logger HTTP = Logger.getLogger("jdk.internal.httpclient");

    private static final Logger ROOT = Logger.getLogger("");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Level rootLevel = ROOT.getLevel();
    private final Level driverLevel = DRIVER.getLevel();
    private final Level httpLevel = HTTP.getLevel();
    private final Handler recorder = new Recorder();
    private final SimpleLoggers simpleLoggers = SimpleLoggers.open();

    ProcessOutput() {
        PrintStream heard = new PrintStream(written, true, StandardCharsets.UTF_8);
        System.setOut(heard);
        System.setErr(heard);
        recorder.setLevel(Level.ALL);
        ROOT.setLevel(Level.ALL);
        DRIVER.setLevel(Level.FINE);
        HTTP.setLevel(Level.INFO);
        ROOT.addHandler(recorder);
    }

    String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        ROOT.removeHandler(recorder);
        ROOT.setLevel(rootLevel);
        DRIVER.setLevel(driverLevel);
        HTTP.setLevel(httpLevel);
        simpleLoggers.close();
        System.setOut(out);
        System.setErr(err);
    }

    private final class Recorder extends Handler {
        private final SimpleFormatter format = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            written.writeBytes(format.format(line).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
