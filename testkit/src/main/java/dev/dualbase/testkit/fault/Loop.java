// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one thread of a proxy: it moves the bytes and runs the commands, so that a command is in force when it returns. */
final class Loop implements Runnable {
    private final Queue<Command<?>> commands = new ConcurrentLinkedQueue<>();
    private final Selector selector;
    private final Exchange exchange;
    private volatile boolean ended;
    private volatile @Nullable Throwable failure;

    Loop(Selector selector, Exchange exchange) {
        this.selector = selector;
        this.exchange = exchange;
    }

    /** Does something in this thread, and waits until it is in force. */
    <T> T call(Supplier<T> deed) {
        Command<T> command = new Command<>(deed);
        commands.add(command);
        selector.wakeup();
        if (ended) {
            refuseAll();
        }
        return command.result();
    }

    /** As {@link #call}. */
    void run(Runnable deed) {
        Boolean done = call(() -> {
            deed.run();
            return true;
        });
        assert done;
    }

    void end() {
        ended = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try (selector) {
            long wait = Passage.NEVER;
            while (!ended) {
                wait = turn(wait);
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
        } finally {
            ended = true;
            exchange.close();
            refuseAll();
        }
    }

    private void refuseAll() {
        for (Command<?> command : drain()) {
            command.refuse(new IllegalStateException("Its thread has ended", failure));
        }
    }

    private List<Command<?>> drain() {
        List<Command<?>> all = new ArrayList<>();
        for (Command<?> next = commands.poll(); next != null; next = commands.poll()) {
            all.add(next);
        }
        return all;
    }

    /** Whoever came before a command is let in before it, and what it closes is closed before anybody hears that. */
    private long turn(long wait) throws IOException {
        select(wait);
        List<Command<?>> batch = drain();
        if (!batch.isEmpty()) {
            selector.selectNow();
        }
        serveReady();
        batch.forEach(Command::run);
        long next = exchange.turn();
        List<Strike> struck = exchange.takeStruck();
        if (!batch.isEmpty() || !struck.isEmpty()) {
            selector.selectNow();
            next = 0;
        }
        struck.forEach(Strike::done);
        batch.forEach(Command::settle);
        return next;
    }

    private void select(long wait) throws IOException {
        if (wait == Passage.NEVER) {
            selector.select();
        } else if (wait <= 0) {
            selector.selectNow();
        } else {
            selector.select(TimeUnit.NANOSECONDS.toMillis(wait) + 1);
        }
    }

    private void serveReady() {
        List<SelectionKey> ready = List.copyOf(selector.selectedKeys());
        selector.selectedKeys().clear();
        for (SelectionKey key : ready) {
            if (key.isValid()) {
                ((Runnable) key.attachment()).run();
            }
        }
    }
}
