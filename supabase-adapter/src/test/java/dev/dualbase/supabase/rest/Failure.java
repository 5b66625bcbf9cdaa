// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.error.StorageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The exception of a call that must fail, with what it must and must not say. */
record Failure(StorageException exception) {
    /** Stands for what nobody may read in a log. */
    static final String SECRET = "MARKED-7f3a";

    /** What a call throws, of this type and without a {@link #SECRET} in anything that is printed. */
    @CanIgnoreReturnValue
    static Failure of(Class<? extends StorageException> type, ThrowingCallable call) {
        return of(type, catchThrowable(call));
    }

    @CanIgnoreReturnValue
    static Failure of(Class<? extends StorageException> type, Throwable thrown) {
        assertThat(thrown).isInstanceOf(type);
        return new Failure((StorageException) thrown).withoutValue(SECRET);
    }

    @CanIgnoreReturnValue
    Failure sqlState(String expected) {
        assertThat(exception.sqlState()).as("SQLSTATE").contains(expected);
        return this;
    }

    @CanIgnoreReturnValue
    Failure withoutSqlState() {
        assertThat(exception.sqlState()).as("SQLSTATE").isEmpty();
        return this;
    }

    @CanIgnoreReturnValue
    Failure table(String expected) {
        assertThat(exception.table()).as("table").contains(expected);
        return this;
    }

    @CanIgnoreReturnValue
    Failure column(String expected) {
        assertThat(exception.column()).as("column").contains(expected);
        return this;
    }

    @CanIgnoreReturnValue
    Failure constraint(String expected) {
        assertThat(exception.constraint()).as("constraint").contains(expected);
        return this;
    }

    /** What the server said is there for who asks for it. */
    @CanIgnoreReturnValue
    Failure detail(String expected) {
        assertThat(exception.sensitiveDetail().orElse("")).contains(expected);
        return this;
    }

    @CanIgnoreReturnValue
    Failure message(String expected) {
        assertThat(exception).hasMessageContaining(expected);
        return this;
    }

    /** Neither message nor cause nor suppressed exception nor text form quotes a value. */
    @CanIgnoreReturnValue
    Failure withoutValue(String value) {
        StringWriter everything = new StringWriter();
        exception.printStackTrace(new PrintWriter(everything));
        everything.append(exception.toString()).append(exception.info().toString());
        assertThat(everything.toString()).doesNotContain(value);
        return this;
    }
}
