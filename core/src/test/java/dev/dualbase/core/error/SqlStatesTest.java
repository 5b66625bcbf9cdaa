// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SqlStatesTest {

    @ParameterizedTest
    @CsvSource({
        "08000, ConnectionFailureException",
        "08001, ConnectionFailureException",
        "08003, ConnectionFailureException",
        "08006, ConnectionFailureException",
        "0A000, UnsupportedCapabilityException",
        "21000, NonUniqueResultException",
        "22001, InvalidValueException",
        "22003, InvalidValueException",
        "22007, InvalidValueException",
        "22008, InvalidValueException",
        "22021, InvalidValueException",
        "22P02, InvalidValueException",
        "22P05, InvalidValueException",
        "2201W, InvalidValueException",
        "23001, ForeignKeyException",
        "23502, NotNullException",
        "23503, ForeignKeyException",
        "23505, DuplicateKeyException",
        "23514, CheckViolationException",
        "23P01, CheckViolationException",
        "23000, ServerErrorException",
        "25006, AccessDeniedException",
        "25P02, ServerErrorException",
        "25P03, ConnectionFailureException",
        "25P04, QueryTimeoutException",
        "28000, AccessDeniedException",
        "28P01, AccessDeniedException",
        "3D000, SchemaMismatchException",
        "3F000, SchemaMismatchException",
        "40001, TransactionConflictException",
        "40003, OutcomeUnknownException",
        "40P01, TransactionConflictException",
        "42501, AccessDeniedException",
        "42601, SchemaMismatchException",
        "42703, SchemaMismatchException",
        "42804, SchemaMismatchException",
        "42883, SchemaMismatchException",
        "428C9, SchemaMismatchException",
        "42P01, SchemaMismatchException",
        "42P10, SchemaMismatchException",
        "44000, CheckViolationException",
        "45000, ServerErrorException",
        "53100, ServerErrorException",
        "53200, ServerErrorException",
        "53300, ConnectionFailureException",
        "54000, InvalidValueException",
        "54001, InvalidValueException",
        "55P03, QueryTimeoutException",
        "57014, QueryTimeoutException",
        "57P01, ConnectionFailureException",
        "57P03, ConnectionFailureException",
        "57P05, ConnectionFailureException",
        "58030, ConnectionFailureException",
        "DB001, ServerErrorException",
        "P0001, ServerErrorException",
        "P0002, ServerErrorException",
        "PT418, ServerErrorException",
        "XX000, ServerErrorException"
    })
    void a_code_becomes_an_exception(String sqlState, String expected) {
        StorageException exception = SqlStates.toException(ErrorInfo.ofSqlState(sqlState), null);
        assertThat(exception.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(exception.sqlState()).contains(sqlState);
        assertThat(exception).hasMessageContaining("SQLSTATE " + sqlState);
    }

    @Test
    void a_failure_without_a_code_is_an_error_of_the_server() {
        assertThat(SqlStates.toException(ErrorInfo.none(), null)).isInstanceOf(ServerErrorException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08006", "57P01", "57P05", "25P03", "25P04"})
    void these_codes_say_that_the_connection_is_gone(String sqlState) {
        assertThat(SqlStates.isConnectionLost(sqlState)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "23505", "25P02", "53300", "0A000"})
    void these_codes_leave_the_connection_as_it_is(String sqlState) {
        assertThat(SqlStates.isConnectionLost(sqlState)).isFalse();
    }

    @Test
    void no_code_says_nothing_about_the_connection() {
        assertThat(SqlStates.isConnectionLost(null)).isFalse();
    }

    @Test
    void a_message_holds_names_and_never_what_the_server_said() {
        ErrorInfo info = new ErrorInfo("23505", "clients", "phone", "clients_phone_key", "Key (phone)=(+7999) exists");
        StorageException exception = SqlStates.toException(info, null);
        assertThat(exception)
                .hasMessage(
                        "duplicate key (table clients, column phone, constraint clients_phone_key, SQLSTATE 23505)");
        assertThat(exception.sensitiveDetail()).contains("Key (phone)=(+7999) exists");
        assertThat(exception.info().toString()).doesNotContain("+7999");
    }
}
