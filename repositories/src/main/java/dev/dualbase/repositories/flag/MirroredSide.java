// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.DualWriteOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * One side, with a dual write to the other. The dual write is opened when it is first wanted, because it needs more than a
 * side that is only read, and notes and carries over nothing but while it is turned on.
 */
final class MirroredSide extends DelegatingBackend {

    private final Side side;
    private final SideRows rows;
    private final Backend other;
    private final DualWriteOptions options;
    private volatile @Nullable DualWriteBackend mirror;
    private volatile boolean on;

    MirroredSide(Side side, Backend backend, Backend other, DualWriteOptions options) {
        super(backend);
        this.side = side;
        this.rows = new SideRows(side);
        this.other = other;
        this.options = options.enabledWhen(() -> on).owning(rows);
    }

    /**
     * Makes it ready to be turned on.
     *
     * @throws InvalidValueException naming the flag, the side, and what to do, if it cannot be the primary of a dual write
     */
    void open() {
        try {
            mirror = mirror == null ? DualWriteBackend.open(delegate(), other, options) : mirror;
        } catch (SchemaMismatchException withoutRecord) {
            throw refused("create the table dualbase_divergence there, as DivergenceMigration says", withoutRecord);
        } catch (UnsupportedCapabilityException cannot) {
            throw refused(cannot.getMessage() + "; open that side over JDBC, or leave the flag off", cannot);
        } catch (ConnectionFailureException away) {
            throw new ConnectionFailureException(
                    side.backend() + " does not answer, and " + FlagNames.DUAL_WRITE + "=true needs it: "
                            + away.getMessage(),
                    ErrorInfo.none(),
                    away);
        }
    }

    private InvalidValueException refused(String why, StorageException cause) {
        return new InvalidValueException(
                FlagNames.DUAL_WRITE + "=true with writes going to " + side.backend() + " cannot be: " + why,
                ErrorInfo.none(),
                cause);
    }

    /** Begins or ceases to note what is written, and to carry it over, as flags say that come into force. */
    void turn(BackendFlags flags) {
        rows.follow(flags);
        on = flags.plan().writers().contains(side.mirrored());
    }

    /** The rows that have their primary here. */
    SideRows rows() {
        return rows;
    }

    /**
     * Waits until what was written here is on the other side but for the last moments, while callers go on. Does nothing
     * while it is turned off.
     *
     * @throws QueryTimeoutException if that takes longer, or cannot be known
     */
    void catchUp(Duration limit) {
        await(mirror -> mirror.awaitNearlyEqual(limit));
    }

    /**
     * Waits until all that was written here is on the other side, while nobody writes. Does nothing while it is turned off.
     *
     * @throws QueryTimeoutException if that takes longer, or cannot be known
     */
    void finish(Duration limit) {
        await(mirror -> mirror.awaitEqual(limit));
    }

    private void await(Predicate<DualWriteBackend> equal) {
        boolean done;
        try {
            done = !on || dualWrite().map(equal::test).orElse(true);
        } catch (StorageException notKnown) {
            throw behind(notKnown);
        }
        if (!done) {
            throw behind(null);
        }
    }

    private QueryTimeoutException behind(@Nullable StorageException cause) {
        String from = side.backend();
        return new QueryTimeoutException(
                "writes do not leave " + from + " yet, because rows written there may not be on "
                        + side.other().backend() + ": it is tried again until they are; see dualbase_divergence on "
                        + from + " for what holds them up. To give them up, take this change back and set "
                        + FlagNames.DUAL_WRITE + "=false first, in a change of its own",
                ErrorInfo.none(),
                cause);
    }

    /** The dual write, if it was ever wanted. */
    Optional<DualWriteBackend> dualWrite() {
        return Optional.ofNullable(mirror);
    }

    private Backend target() {
        DualWriteBackend current = mirror;
        return current == null ? delegate() : current;
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        return target().write(write);
    }

    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions transaction, TransactionBody<T, X> body)
            throws X {
        return target().inTransaction(transaction, body);
    }

    @Override
    public void close() {
        target().close();
    }
}
