// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.CallListener;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.internal.Await;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** No lock of ours is held while a server or a connection is waited for, so that virtual threads leave their carriers. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VirtualThreadTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final int CALLERS = 24;

    private final JdbcBackend backend = DATABASE.open();
    private final Backend observed = ObservedBackend.observe(backend, CallListener.logging(Duration.ofMinutes(1)));
    private final BaseRepository<NoteRecord> notes = notes(observed);

    /** Every kind of call, most of which wait for one of two connections. */
    private void work(long id) {
        notes.insert(note(id, "a"));
        notes.bulkUpsert(List.of(note(id, "b"), note(id + 1000, "c")), NOTE.PRIMARY, BulkOptions.isolateBadRows());
        notes.useTransaction(() -> assertThat(notes.findById(id)).isPresent());
        assertThat(notes.count(Filters.eq(NOTE.ID, id).and(Filters.sql(DSL.condition("pg_sleep(0.02) is not null")))))
                .isEqualTo(1);
        long streamed = notes.withStream(Filters.eq(NOTE.ID, id), Order.byPrimaryKey(), rows -> rows.count());
        assertThat(streamed).isEqualTo(1);
    }

    private List<CompletableFuture<Throwable>> start(ThreadFactory threads) {
        List<CompletableFuture<Throwable>> callers = new ArrayList<>();
        for (long id = 0; id < CALLERS; id++) {
            long own = id;
            CompletableFuture<Throwable> caller = new CompletableFuture<>();
            callers.add(caller);
            threads.newThread(() -> caller.complete(catchThrowable(() -> work(own))))
                    .start();
        }
        return callers;
    }

    private static boolean areDone(List<CompletableFuture<Throwable>> callers) {
        return callers.stream().allMatch(CompletableFuture::isDone);
    }

    @Test
    void no_monitor_of_ours_is_held_by_a_thread_that_waits() {
        List<CompletableFuture<Throwable>> callers = start(Thread::new);
        List<String> held = new ArrayList<>();
        Await.until("all calls are over", () -> {
            Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(true, false))
                    .filter(thread -> thread.getThreadState() != Thread.State.RUNNABLE || isInSocket(thread))
                    .flatMap(thread -> Arrays.stream(thread.getLockedMonitors()))
                    .map(monitor -> monitor.getLockedStackFrame().getClassName())
                    .filter(holder -> holder.startsWith("dev.dualbase.core."))
                    .forEach(held::add);
            return areDone(callers);
        });
        assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isNull());
        assertThat(held).isEmpty();
    }

    private static boolean isInSocket(ThreadInfo thread) {
        return Arrays.stream(thread.getStackTrace())
                .limit(3)
                .anyMatch(frame -> frame.getClassName().startsWith("sun.nio.ch."));
    }

    /** On a JDK with virtual threads those are the callers, and its flight recorder says which of them were pinned. */
    @Test
    void no_virtual_thread_is_pinned_by_code_of_ours(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("pinned.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
            recording.start();
            List<CompletableFuture<Throwable>> callers = start(virtualWhereTheyExist());
            Await.until("all calls are over", () -> areDone(callers));
            assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isNull());
            recording.stop();
            recording.dump(file);
        }
        assertThat(Files.size(file)).isPositive();
        assertThat(RecordingFile.readAllEvents(file)).noneMatch(VirtualThreadTest::isOurs);
    }

    /** Where a class is loaded, or initialised by another, a thread is pinned for that long, whoever needs it. */
    private static boolean isOurs(RecordedEvent pinned) {
        boolean loading = isWaitForClass(pinned)
                || pinned.getStackTrace().getFrames().stream()
                        .anyMatch(frame -> frame.getMethod().getName().equals("<clinit>")
                                || frame.getMethod().getType().getName().endsWith("ClassLoader"));
        return !loading
                && pinned.getStackTrace().getFrames().stream()
                        .anyMatch(frame -> frame.getMethod().getType().getName().startsWith("dev.dualbase.core."));
    }

    /** Newer JDKs give a reason: "Waited for initialization of ... by another thread". */
    private static boolean isWaitForClass(RecordedEvent pinned) {
        return pinned.hasField("pinnedReason")
                && String.valueOf(pinned.getString("pinnedReason")).contains("initialization of");
    }

    private static ThreadFactory virtualWhereTheyExist() throws ReflectiveOperationException {
        if (Runtime.version().feature() < 21) {
            return Thread::new;
        }
        Method ofVirtual = Thread.class.getMethod("ofVirtual");
        Object builder = ofVirtual.invoke(null);
        Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
        return (ThreadFactory) factory.invoke(builder);
    }
}
