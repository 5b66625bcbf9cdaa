// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.flag.FlagSource;
import dev.dualbase.core.flag.FlagWatch;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.mirror.DualWriteOptions;
import dev.dualbase.core.observation.CallListener;
import dev.dualbase.core.shadow.ShadowReadOptions;
import dev.dualbase.repositories.SalonRepositories;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jooq.Table;

/** Collects what a {@link BackendSwitch} needs. */
public final class BackendSwitchBuilder {

    final FlagSource source;
    final Map<Side, Backend> sides = new EnumMap<>(Side.class);
    final Map<Side, JdbcBackend> sequences = new EnumMap<>(Side.class);
    final Map<Side, Backend> replayPools = new EnumMap<>(Side.class);
    List<CallListener> listeners = List.of();
    List<Table<?>> tables = SalonRepositories.TABLES;
    UnaryOperator<ShadowReadOptions> shadowReads = UnaryOperator.identity();
    UnaryOperator<DualWriteOptions> dualWrite = UnaryOperator.identity();
    Duration catchUpTimeout = Duration.ofSeconds(5);
    Duration drainTimeout = Duration.ofSeconds(2);

    BackendSwitchBuilder(FlagSource source) {
        this.source = source;
    }

    /**
     * The backend of a side. Give both, or the one that the flags use. It is closed together with the switch.
     *
     * @throws InvalidValueException if the side has one
     */
    @CanIgnoreReturnValue
    public BackendSwitchBuilder side(Side side, Backend backend) {
        if (sides.putIfAbsent(side, backend) != null) {
            throw new InvalidValueException("two backends are given for the side " + side.backend());
        }
        if (backend instanceof JdbcBackend jdbc) {
            sequences.putIfAbsent(side, jdbc);
        }
        return this;
    }

    /**
     * The JDBC backend of a side by which its sequences are moved when writes come to it. Needed where {@link #side} was given
     * a backend around it, or one that is not JDBC; it is not closed with the switch unless it was given there.
     */
    @CanIgnoreReturnValue
    public BackendSwitchBuilder sequencesThrough(Side side, JdbcBackend backend) {
        sequences.put(side, backend);
        return this;
    }

    /**
     * A second backend to the server of a side, for dual write alone: by it noted rows are read where the side is the primary,
     * and written where it is the other one. So callers never wait for a connection that carries rows over, and its triggers
     * may rest, which else change rows that are carried over: see {@link dev.dualbase.core.mirror.DualWriteBackend}. Give it
     * three connections. It is closed together with the switch.
     */
    @CanIgnoreReturnValue
    public BackendSwitchBuilder replayingThrough(Side side, Backend backend) {
        replayPools.put(side, backend);
        return this;
    }

    /** The tables that dual write keeps equal, and whose sequences are moved: all of the salon's unless set. */
    @CanIgnoreReturnValue
    public BackendSwitchBuilder mirroring(Collection<? extends Table<?>> newTables) {
        this.tables = List.copyOf(newTables);
        return this;
    }

    /** How shadow reads work, such as their listener. The flags decide on the percentage. */
    @CanIgnoreReturnValue
    public BackendSwitchBuilder shadowReads(UnaryOperator<ShadowReadOptions> options) {
        this.shadowReads = options;
        return this;
    }

    /** How dual writes work, such as their listener. The flags decide when they are on. */
    @CanIgnoreReturnValue
    public BackendSwitchBuilder dualWrite(UnaryOperator<DualWriteOptions> options) {
        this.dualWrite = options;
        return this;
    }

    /** Who is told of every call on either side, such as Sentry or Micrometer; beside the log, which the flags decide on. */
    @CanIgnoreReturnValue
    public BackendSwitchBuilder observedBy(CallListener... newListeners) {
        this.listeners = List.of(newListeners);
        return this;
    }

    /** How long a change that moves writes waits for the dual write, while callers go on: 5 s unless set. */
    @CanIgnoreReturnValue
    public BackendSwitchBuilder catchUpTimeout(Duration timeout) {
        this.catchUpTimeout = timeout;
        return this;
    }

    /**
     * How long a change waits for writes under way; and how long again, where it moves writes, for what is left to carry over
     * and for the sequences. New writes wait that long at most, twice in the second case: 2 s unless set.
     */
    @CanIgnoreReturnValue
    public BackendSwitchBuilder drainTimeout(Duration timeout) {
        this.drainTimeout = timeout;
        return this;
    }

    /**
     * Reads the flags, and begins to follow them. If it throws, nothing that was given is closed.
     *
     * @throws InvalidValueException naming all flags that contradict one another, cannot be read, ask for a side that was not
     *     given, or for a dual write from one that cannot be its primary
     * @throws dev.dualbase.core.error.StorageException if a side does not answer that a dual write is asked from
     */
    public BackendSwitch open() {
        FlagWatch<BackendFlags> flags = BackendFlags.watch(source, names());
        try {
            return new Composition(this, flags).open();
        } catch (RuntimeException | Error refused) {
            flags.close();
            throw refused;
        }
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Side side : sides.keySet()) {
            names.add(side.backend());
            if (sides.containsKey(side.other())) {
                names.add(side.mirrored());
            }
        }
        return names;
    }
}
