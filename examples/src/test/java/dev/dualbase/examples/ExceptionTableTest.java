// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.SqlStates;
import dev.dualbase.core.error.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide says of each exception, against the exceptions that there are. */
class ExceptionTableTest {

    private static final Path PAGE = Path.of("../docs/production.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+Exception)` \\| ([^|]+) \\|(?: [^|]+ \\|){3}$");
    private static final Pattern CODE = Pattern.compile("`([0-9A-Z]{2}(?:[0-9A-Z]{3}|\\*))`");

    private record Row(String exception, String sqlStates) {}

    private static List<Row> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> new Row(row.group(1), row.group(2)))
                .toList();
    }

    @Test
    void every_exception_has_one_row_with_what_it_means_for_the_caller() throws IOException {
        List<String> exceptions = Arrays.stream(StorageException.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();
        assertThat(rows()).extracting(Row::exception).containsExactlyInAnyOrderElementsOf(exceptions);
    }

    private static Stream<String[]> codes() throws IOException {
        return rows().stream()
                .flatMap(row -> CODE.matcher(row.sqlStates()).results().map(code ->
                        new String[] {code.group(1).replace("*", "000"), row.exception()}));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_code_is_in_the_row_of_its_exception(String code, String exception) {
        assertThat(SqlStates.toException(ErrorInfo.ofSqlState(code), null).getClass())
                .hasToString("class dev.dualbase.core.error." + exception);
    }

    @Test
    void the_rows_name_codes() throws IOException {
        assertThat(codes()).hasSizeGreaterThan(25);
    }
}
