// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.supabase.rest.OddTable.ODD;
import static dev.dualbase.supabase.rest.OddTable.odd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.TransactionAction;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.TransactionConflictException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.server.ServerKind;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Transactions of writes, applied by the function to a real database. */
@PostgresTest(
        migrations = {"classpath:db/supabase", "classpath:db/functiontest"},
        server = ServerKind.EMBEDDED)
class WriteOnlyTransactionsTest {

    private static final Origin HERE = new Origin("WriteOnlyTransactionsTest", "test");
    private static final TransactionOptions DEFAULTS = TransactionOptions.defaults();

    private final FunctionCalls function;
    private final WriteOnlyTransactions transactions;

    WriteOnlyTransactionsTest(DataSource database) {
        this.function = new FunctionCalls(database);
        this.transactions = new WriteOnlyTransactions(function);
    }

    @Test
    void writesAreSentTogetherWhenTheBodyHasEnded() throws SQLException {
        String result = transactions.run(DEFAULTS, () -> {
            assertThat(transactions.isActive()).isTrue();
            insert(odd(1, "one"), odd(2, "two"));
            write(new Write.Delete<>(ODD, Filters.eq(ODD.ID, 1L), HERE));
            assertThat(stored()).isNull();
            return "result";
        });
        assertThat(result).isEqualTo("result");
        assertThat(transactions.isActive()).isFalse();
        assertThat(stored()).isEqualTo("2two");
        assertThat(function.bounds()).containsExactly(Optional.empty());
    }

    @Test
    void insertedRowsAreCompletedAtTheEnd() {
        OddRecord given = ODD.newRecord();
        given.set(ODD.NAME, "x");
        WriteResult<OddRecord> result = transactions.run(DEFAULTS, () -> {
            WriteResult<OddRecord> later = insert(given, odd(70));
            assertThat(later.inserted()).isEqualTo(WriteResult.UNKNOWN);
            assertThat(later.rows().get(0).get(ODD.NAME)).isEqualTo("x");
            assertThat(later.rows().get(0).get(ODD.ID)).isNull();
            return later;
        });
        assertThat(result.rows()).extracting(row -> row.get(ODD.ID)).containsExactly(1L, 70L);
        assertThat(result.rows()).extracting(row -> row.get(ODD.SELECT)).containsExactly("filled", "filled");
        assertThat(result.rows()).noneMatch(OddRecord::changed);
        assertThat(given.get(ODD.ID)).isNull();
    }

    @Test
    void upsertedRowsAreCompletedIfTheyAreWanted() {
        assertThat(transactions
                        .run(DEFAULTS, () -> {
                            insert(odd(1, "kept"));
                            return upsert(true, BulkOptions.atomic(), odd(2, "two"), odd(1));
                        })
                        .rows())
                .extracting(row -> row.get(ODD.NAME))
                .containsExactlyInAnyOrder("kept", "two");
        assertThat(transactions
                        .run(DEFAULTS, () -> upsert(false, BulkOptions.atomic(), odd(1, "x")))
                        .rows())
                .isEmpty();
    }

    @Test
    void whereATriggerLeftARowOutTheRecordsKeepWhatWasSet() throws SQLException {
        OddRecord out = odd(2, "two");
        out.set(ODD.CODE, "none");
        OddRecord in = odd(1, "one");
        in.set(ODD.CODE, "some");
        WriteResult<OddRecord> result = transactions.run(DEFAULTS, () -> insert(out, in));
        assertThat(result.rows()).extracting(row -> row.get(ODD.ID)).containsExactly(2L, 1L);
        assertThat(result.rows()).extracting(row -> row.get(ODD.SELECT)).containsOnlyNulls();
        assertThat(stored()).isEqualTo("1one");
    }

    @Test
    void whatARecordHoldsWhenItIsWrittenIsSent() throws SQLException {
        OddRecord row = odd(1, "then");
        use(() -> {
            insert(row);
            row.set(ODD.NAME, "now");
        });
        assertThat(stored()).isEqualTo("1then");
    }

    @Test
    void ifTheBodyThrowsNothingIsSentAndItsExceptionPasses() {
        IOException thrown = new IOException("the host's own");
        assertThat(catchThrowable(() -> use(() -> {
                    insert(odd(1));
                    throw thrown;
                })))
                .isSameAs(thrown)
                .hasNoSuppressedExceptions();
        assertThat(transactions.isActive()).isFalse();
        assertThat(function.bounds()).isEmpty();
    }

    @Test
    void withoutAWriteNothingIsSent() {
        use(() -> {
            assertThat(insert()).isEqualTo(WriteResult.nothing());
            assertThat(upsert(true, BulkOptions.atomic())).isEqualTo(WriteResult.nothing());
        });
        assertThat(function.bounds()).isEmpty();
    }

    @Test
    void aFailedWriteIsNamedAndNothingIsStored() throws SQLException {
        assertThatThrownBy(() -> use(() -> {
                    insert(odd(1));
                    insert(odd(2), odd(3, "other columns"));
                    insert(odd(4, "x"), odd(1));
                }))
                .isInstanceOfSatisfying(DuplicateKeyException.class, failure -> {
                    assertThat(failure.writeIndex()).hasValue(2);
                    assertThat(failure.constraint()).contains("odd_pkey");
                });
        assertThat(transactions.isActive()).isFalse();
        assertThat(stored()).isNull();
    }

    @Test
    void aNestedOneJoins() throws SQLException {
        use(() -> {
            insert(odd(1, "outer"));
            use(() -> insert(odd(2, "inner")));
            assertThat(transactions.isActive()).isTrue();
            assertThat(stored()).isNull();
        });
        assertThat(stored()).isEqualTo("1outer,2inner");
        assertThat(function.bounds()).hasSize(1);
    }

    @Test
    void whatANestedOneWroteIsDroppedIfItThrows() throws SQLException {
        use(() -> {
            insert(odd(1, "before"));
            assertThatThrownBy(() -> use(() -> {
                        insert(odd(2, "dropped"));
                        use(() -> insert(odd(3, "dropped")));
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            insert(odd(4, "after"));
        });
        assertThat(stored()).isEqualTo("1before,4after");
    }

    @Test
    void anotherThreadIsNotInIt() {
        use(() -> assertThat(
                        CompletableFuture.supplyAsync(transactions::isActive).join())
                .isFalse());
    }

    static List<Write<OddRecord>> writesWhoseAnswerDecides() {
        return List.of(
                new Write.Update<>(ODD, Filters.eq(ODD.ID, 1L), odd(1, "x"), true, HERE),
                new Write.Insert<>(ODD, List.of(odd(1)), Optional.of(ODD.PRIMARY), HERE),
                new Write.Upsert<>(ODD, List.of(odd(1)), ODD.PRIMARY, BulkOptions.isolateBadRows(), false, HERE));
    }

    @ParameterizedTest
    @MethodSource("writesWhoseAnswerDecides")
    void aWriteWhoseAnswerDecidesSomethingIsRefusedAtOnce(Write<OddRecord> write) throws SQLException {
        use(() -> {
            insert(odd(7, "seven"));
            assertThatThrownBy(() -> write(write))
                    .isInstanceOf(UnsupportedCapabilityException.class)
                    .hasMessageContaining("TRANSACTIONS")
                    .hasMessageContaining(write.kind())
                    .hasMessageContaining(ODD.getName());
        });
        assertThat(stored()).isEqualTo("7seven");
    }

    @Test
    void aConditionInSqlIsRefusedAtOnce() {
        use(() -> assertThatThrownBy(() -> write(new Write.Delete<>(ODD, Filters.sql(DSL.condition("id = 1")), HERE)))
                .isInstanceOf(UnsupportedCapabilityException.class));
        assertThat(function.bounds()).isEmpty();
    }

    @Test
    void optionsThatOneRequestCannotKeepAreRefused() {
        assertThatThrownBy(() -> transactions.run(DEFAULTS.withIsolation(Isolation.SERIALIZABLE), () -> "never"))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("SERIALIZABLE");
        assertThatThrownBy(() -> transactions.run(DEFAULTS.asReadOnly(), () -> "never"))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("readOnly");
    }

    @Test
    void theSenderIsGivenWhatIsLeftOfTheTime() {
        Duration timeout = Duration.ofSeconds(30);
        assertThat(transactions.run(DEFAULTS.withTimeout(timeout), () -> insert(odd(1))))
                .isNotNull();
        assertThat(function.bounds()).hasSize(1);
        assertThat(function.bounds().get(0)).get().matches(left -> left.compareTo(timeout) < 0 && !left.isNegative());
    }

    @Test
    void ifTheBodyTookAllOfTheTimeNothingIsSent() {
        assertThatThrownBy(() -> transactions.run(DEFAULTS.withTimeout(Duration.ofMillis(5)), () -> {
                    long begin = System.nanoTime();
                    while (System.nanoTime() - begin < 6_000_000) {
                        Thread.onSpinWait();
                    }
                    return insert(odd(1));
                }))
                .isInstanceOf(QueryTimeoutException.class);
        assertThat(function.bounds()).isEmpty();
    }

    @Test
    void afterAConflictTheBodyRunsAgain() throws SQLException {
        AtomicInteger runs = new AtomicInteger();
        WriteOnlyTransactions conflicting = new WriteOnlyTransactions((program, atMost) -> {
            if (runs.get() < 3) {
                throw new TransactionConflictException("conflict", ErrorInfo.ofSqlState("40001"), null);
            }
            return function.send(program, atMost);
        });
        TransactionOptions retrying = DEFAULTS.withRetry(new RetryPolicy(3, Duration.ZERO, Duration.ZERO));
        assertThat(conflicting.run(
                        retrying,
                        () -> conflicting.run(
                                retrying, () -> conflicting.write(insertOf(odd(runs.incrementAndGet(), "run"))))))
                .isNotNull();
        assertThat(stored()).isEqualTo("3run");
    }

    private <X extends Exception> void use(TransactionAction<X> action) throws X {
        assertThat(transactions.run(DEFAULTS, action.asBody())).isTrue();
    }

    @CanIgnoreReturnValue
    private WriteResult<OddRecord> insert(OddRecord... rows) {
        return write(insertOf(rows));
    }

    private static Write<OddRecord> insertOf(OddRecord... rows) {
        return new Write.Insert<>(ODD, List.of(rows), Optional.empty(), HERE);
    }

    private WriteResult<OddRecord> upsert(boolean returning, BulkOptions options, OddRecord... rows) {
        return write(new Write.Upsert<>(ODD, List.of(rows), ODD.PRIMARY, options, returning, HERE));
    }

    @CanIgnoreReturnValue
    private WriteResult<OddRecord> write(Write<OddRecord> write) {
        return transactions.write(write);
    }

    private String stored() throws SQLException {
        return function.value(
                "select string_agg(id || \"we\"\"ird.na me\", ',' order by id) from \"odd \"\"table\"\".x, y\"");
    }
}
