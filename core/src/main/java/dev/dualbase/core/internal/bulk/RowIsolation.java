// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.bulk;

import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.UpsertBatch.Row;
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.ForeignKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.error.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Record;

/** Stores the good ones of rows of which some may be bad. */
public final class RowIsolation {

    private static final Set<Class<? extends StorageException>> CAUSED_BY_A_ROW = Set.of(
            CheckViolationException.class,
            DuplicateKeyException.class,
            ForeignKeyException.class,
            InvalidValueException.class,
            NotNullException.class,
            ServerErrorException.class);

    private RowIsolation() {}

    /**
     * Halves the rows until each bad one stands alone, so that one bad row among n costs about 2 log n statements.
     *
     * @param statement stores rows, all or none of them
     * @return the bad ones
     * @throws StorageException for a failure that no row is the cause of
     */
    public static <R extends Record> List<BadRow> store(List<Row<R>> rows, Consumer<List<Row<R>>> statement) {
        try {
            statement.accept(rows);
            return List.of();
        } catch (StorageException failure) {
            if (!CAUSED_BY_A_ROW.contains(failure.getClass())) {
                throw failure;
            } else if (rows.size() == 1) {
                return rows.get(0).failed(failure);
            }
            int half = rows.size() / 2;
            List<BadRow> bad = new ArrayList<>(store(rows.subList(0, half), statement));
            bad.addAll(store(rows.subList(half, rows.size()), statement));
            return bad;
        }
    }
}
