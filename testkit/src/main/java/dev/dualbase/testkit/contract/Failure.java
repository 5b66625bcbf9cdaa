// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.StorageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The exception of a call that must fail, with what it must and must not say. */
final class Failure {
    private final StorageException exception;

    private Failure(StorageException exception) {
        this.exception = exception;
    }

    static Failure of(Class<? extends StorageException> type, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(type);
        return new Failure((StorageException) thrown);
    }

    /** A null where the types forbid it: either kind will do, as long as nothing is sent. */
    static void ofNullArgument(ThrowingCallable call) {
        assertThat(catchThrowable(call)).isInstanceOfAny(NullPointerException.class, InvalidValueException.class);
    }

    static Failure of(StorageException exception) {
        return new Failure(exception);
    }

    Failure sqlState(String expected) {
        assertThat(exception.sqlState()).as("SQLSTATE").contains(expected);
        return this;
    }

    Failure table(String expected) {
        assertThat(exception.table()).as("table").contains(expected);
        return this;
    }

    Failure column(String expected) {
        assertThat(exception.column()).as("column").contains(expected);
        assertThat(exception).hasMessageContaining(expected);
        return this;
    }

    Failure constraint(String expected) {
        assertThat(exception.constraint()).as("constraint").contains(expected);
        assertThat(exception).hasMessageContaining(expected);
        return this;
    }

    /** Neither message nor cause nor suppressed exception nor text form quotes a value. */
    Failure withoutValue(String value) {
        StringWriter everything = new StringWriter();
        exception.printStackTrace(new PrintWriter(everything));
        everything.append(exception.toString()).append(exception.info().toString());
        assertThat(everything.toString()).doesNotContain(value);
        return this;
    }
}
