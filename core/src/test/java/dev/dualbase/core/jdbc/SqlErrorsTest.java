// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.error.StorageException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a server says when it ends the session over a write: as it comes over the line, since no test can break its disk. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SqlErrorsTest {

    private static SQLException said(String severity, String sqlState) {
        return new PSQLException(new ServerErrorMessage("S" + severity + "\0C" + sqlState + "\0Mcould not write\0\0"));
    }

    private static StorageException ofWrite(String severity, String sqlState) {
        return SqlErrors.translate(said(severity, sqlState), "note", true);
    }

    @ParameterizedTest
    @CsvSource({"PANIC, 58030", "PANIC, 53100", "FATAL, XX000", "FATAL, 58P01", "ПАНИКА, 58030"})
    void a_write_under_which_the_server_ends_the_session_has_an_unknown_outcome(String severity, String sqlState) {
        assertThat(ofWrite(severity, sqlState)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(Session.breaks(ofWrite(severity, sqlState))).isTrue();
    }

    @Test
    void a_read_or_a_statement_of_a_transaction_that_is_lost_with_it_has_none() {
        StorageException failure = SqlErrors.translate(said("PANIC", "58030"), "note", false);
        assertThat(failure).isInstanceOf(ConnectionFailureException.class);
        assertThat(Session.breaks(failure)).isTrue();
    }

    @Test
    void a_write_before_which_a_pooler_was_not_let_in_did_not_happen() {
        assertThat(ofWrite("FATAL", "28P01")).isInstanceOf(AccessDeniedException.class);
        assertThat(ofWrite("FATAL", "53300")).isInstanceOf(ConnectionFailureException.class);
        assertThat(Session.breaks(ofWrite("FATAL", "28P01"))).isTrue();
    }

    @Test
    void a_write_that_the_server_refused_did_not_happen() {
        assertThat(ofWrite("ERROR", "58030")).isInstanceOf(ConnectionFailureException.class);
        assertThat(ofWrite("ERROR", "53100")).isInstanceOf(ServerErrorException.class);
        assertThat(ofWrite("ОШИБКА", "23505")).isInstanceOf(DuplicateKeyException.class);
        assertThat(Session.breaks(ofWrite("ERROR", "58030"))).isFalse();
    }
}
