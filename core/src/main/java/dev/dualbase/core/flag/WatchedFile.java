// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.flag;

import dev.dualbase.core.error.InvalidValueException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a file whenever it is asked, and takes a new text once it has settled. It goes by the text, because the time of a
 * file tells no two changes of one moment apart.
 */
final class WatchedFile implements FlagSource {

    /** How long a text has to stay the same. */
    static final long SETTLED_MILLIS = 150;

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);
    private static final long SETTLED_NANOS = TimeUnit.MILLISECONDS.toNanos(SETTLED_MILLIS);
    private static final int ATTEMPTS_AT_START = 20;

    private final Path file;
    private String taken = "";
    private Properties flags = new Properties();
    private String seen = "";
    private long seenSince;
    private boolean complained;

    private WatchedFile(Path file) {
        this.file = file;
    }

    static WatchedFile open(Path file) {
        WatchedFile source = new WatchedFile(file);
        try {
            source.readFirst();
        } catch (IOException | IllegalArgumentException failure) {
            throw new InvalidValueException("the flags cannot be read from " + file + " (" + problem(failure)
                    + "): create the file with lines such as NAME=true, or choose another source");
        }
        return source;
    }

    /** The first text must have settled too: the writer may be at it while this process starts. */
    private synchronized void readFirst() throws IOException {
        String text = Files.readString(file);
        for (int i = 0; i < ATTEMPTS_AT_START; i++) {
            LockSupport.parkNanos(SETTLED_NANOS);
            String again = Files.readString(file);
            if (again.equals(text)) {
                break;
            }
            text = again;
        }
        take(text);
    }

    @Override
    public synchronized Map<String, String> values(Collection<String> names) {
        try {
            look();
            complained = false;
        } catch (IOException | IllegalArgumentException failure) {
            complain(failure);
        }
        return new LookupSource(flags::getProperty).values(names);
    }

    private void look() throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        long now = System.nanoTime();
        if (!text.equals(seen)) {
            seen = text;
            seenSince = now;
        } else if (!text.equals(taken) && !text.isBlank() && now - seenSince >= SETTLED_NANOS) {
            take(text);
        }
    }

    private void take(String text) throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(text));
        flags = read;
        taken = text;
        seen = text;
    }

    private void complain(Exception failure) {
        if (!complained) {
            complained = true;
            LOG.error("the flags in {} cannot be read ({}): the last good ones stay", file, problem(failure));
        }
    }

    private static String problem(Exception failure) {
        return failure instanceof IllegalArgumentException
                ? "a line is malformed"
                : failure.getClass().getSimpleName();
    }
}
