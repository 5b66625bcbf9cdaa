// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.data;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.AnsweredBy;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.backend.Health;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.ResultTooLargeException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Slice;
import dev.dualbase.repositories.id.CompanyId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way to its answer. The input is checked first; the first thing wrong with it is the answer, and the
 * storage is not asked.
 */
final class Call {

    private final String operation;
    private final String backend;
    private final Clock clock;
    private @Nullable DataError refusal;
    private @Nullable AnsweredBy answered;

    Call(String operation, String backend, Clock clock) {
        this.operation = operation;
        this.backend = backend;
        this.clock = clock;
    }

    /** Refuses a null. */
    @CanIgnoreReturnValue
    Call needs(String field, @Nullable Object value) {
        return value == null ? refuse(field, "22004", field + " is missing") : this;
    }

    /** Refuses a null and a text without a visible character. */
    Call needsText(String field, @Nullable String value) {
        return needs(field, value).check(value == null || !value.isBlank(), field, "is blank");
    }

    /** Refuses the field unless this is so. */
    @CanIgnoreReturnValue
    Call check(boolean fine, String field, String what) {
        return fine ? this : refuse(field, "22023", field + " " + what);
    }

    /** Refuses a row that cannot be stored as one of this salon's. */
    @CanIgnoreReturnValue
    <R extends Record> Call row(String field, @Nullable R row, @Nullable CompanyId company, RowRules<R> rules) {
        needs(field, row);
        if (refusal == null && row != null && company != null) {
            refusal = rules.check(field, row, company).orElse(null);
        }
        return this;
    }

    /** Refuses too many rows, and the first row that cannot be stored. */
    <R extends Record> Call rows(String field, @Nullable List<R> rows, @Nullable CompanyId company, RowRules<R> rules) {
        needs(field, rows);
        if (rows != null) {
            int most = DataLayer.MAX_BATCH;
            check(rows.size() <= most, field, "has more than " + most + " rows: send them in parts");
            for (int i = 0; i < rows.size() && refusal == null; i++) {
                row(field + "[" + i + "]", rows.get(i), company, rules);
            }
        }
        return this;
    }

    /** Keeps the first refusal. */
    @CanIgnoreReturnValue
    private Call refuse(String field, String sqlState, String what) {
        if (refusal == null) {
            refusal = DataError.ofInput(field, new InvalidValueException(what, sqlState, null, null));
        }
        return this;
    }

    /** The row that was found, if there is one. */
    <T> DataResponse<T> one(Supplier<Optional<T>> find) {
        return answer(() -> {
            Optional<T> found = find.get();
            return success(found, Metadata.ofRows(found.isPresent() ? 1 : 0));
        });
    }

    /** All rows, which must not be more than an answer can hold. */
    <T> DataResponse<List<T>> all(Supplier<List<T>> find) {
        return answer(() -> {
            List<T> found = find.get();
            if (found.size() > DataLayer.MAX_LIMIT) {
                throw new ResultTooLargeException(
                        operation + " found more than " + DataLayer.MAX_LIMIT + " rows; use the repository");
            }
            return success(Optional.of(found), Metadata.ofRows(found.size()));
        });
    }

    /** The first rows, as many as the limit says. One more is asked for, to see whether the limit leaves any out. */
    <T> DataResponse<List<T>> page(int limit, Function<Limit, List<T>> find) {
        boolean fine = limit >= 0 && limit <= DataLayer.MAX_LIMIT;
        return check(fine, "limit", "is not between 0 and " + DataLayer.MAX_LIMIT)
                .answer(() -> {
                    List<T> found =
                            limit == 0 ? List.of() : find.apply(Limit.of(limit).plusOne());
                    Slice<T> page = Slice.ofOneMore(found, limit);
                    return success(
                            Optional.of(page.rows()),
                            Metadata.ofPage(page.rows().size(), limit, page.hasNext()));
                });
    }

    /** The row as it was stored. */
    <T> DataResponse<T> stored(Supplier<T> store) {
        return one(() -> Optional.of(store.get()));
    }

    /** What a batch did. */
    DataResponse<BulkResult> batch(Supplier<BulkResult> store) {
        return answer(() -> {
            BulkResult done = store.get();
            return success(Optional.of(done), Metadata.of(done));
        });
    }

    /** How the backend is. That it cannot be reached is a failure. */
    DataResponse<Health> health(Supplier<Health> ask) {
        return answer(() -> {
            Health health = ask.get();
            if (health.failure().isPresent()) {
                throw health.failure().get();
            }
            return success(Optional.of(health), Metadata.NONE);
        });
    }

    private <T> DataResponse<T> answer(Supplier<DataResponse<T>> ask) {
        if (refusal != null) {
            return failure(refusal);
        }
        try (AnsweredBy listening = AnsweredBy.begin()) {
            answered = listening;
            return ask.get();
        } catch (StorageException failure) {
            return failure(DataError.ofStorage(failure));
        }
    }

    private <T> DataResponse<T> success(Optional<T> data, Metadata metadata) {
        return new DataSuccess<>(data, metadata, operation, clock.instant(), backend());
    }

    private <T> DataResponse<T> failure(DataError error) {
        return new DataFailure<>(error, operation, clock.instant(), backend());
    }

    /** The one that answered, or where none had to be chosen, the one of the data layer. */
    private String backend() {
        return Optional.ofNullable(answered).flatMap(AnsweredBy::backend).orElse(backend);
    }
}
