// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.supabase.rest.OddTable.ODD;
import static dev.dualbase.supabase.rest.OddTable.odd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.server.ServerKind;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes through the function do and answer what they do and answer over JDBC. */
@PostgresTest(
        migrations = {"classpath:db/supabase", "classpath:db/functiontest"},
        server = ServerKind.EMBEDDED)
class WriteProgramTest {

    private static final Origin HERE = new Origin("WriteProgramTest", "test");
    private static final String EMPTY_TABLE = "truncate \"odd \"\"table\"\".x, y\" restart identity";

    private final FunctionCalls function;
    private final Backend jdbc;

    WriteProgramTest(DataSource database, Backend jdbc) {
        this.function = new FunctionCalls(database);
        this.jdbc = jdbc;
    }

    static List<Write<OddRecord>> writes() {
        return List.of(
                insert(OddRows.from(100)),
                insert(List.of()),
                insert(List.of(odd(7, "given"), ODD.newRecord(), coded(9, "x"), ODD.newRecord(), odd(8, "given"))),
                new Write.Insert<>(
                        ODD, List.of(odd(3, "x"), odd(1, "y"), coded(4, "z")), Optional.of(ODD.PRIMARY), HERE),
                upsert(List.of(odd(1, "new"), odd(9, "nine"), coded(2, "b"), odd(1, "newer"), odd(4)), true),
                upsert(List.of(odd(1, "new"), odd(9, "nine")), false),
                upsert(List.of(odd(9), odd(2), odd(5)), false),
                upsert(List.of(), true),
                new Write.Update<>(ODD, Filters.lt(ODD.ID, 3L), everything(), true, HERE),
                new Write.Update<>(ODD, Filters.eq(ODD.NAME, "one"), everything(), false, HERE),
                new Write.Delete<>(ODD, Filters.gt(ODD.ID, 1L), HERE));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aWriteIsTheSameAsOverJdbc(Write<OddRecord> write) throws SQLException {
        threeRows();
        WriteResult<?> overFunction = run(write);
        List<OddRecord> afterFunction = rows();
        threeRows();
        WriteResult<OddRecord> overJdbc = jdbc.write(write);
        assertThat(overFunction).hasToString(overJdbc.toString());
        assertThat(overFunction.rows().toString()).isEqualTo(overJdbc.rows().toString());
        assertThat(afterFunction.toString()).isEqualTo(rows().toString());
        assertThat(overFunction.rows()).noneMatch(row -> ((OddRecord) row).changed());
    }

    @Test
    void rowsOfKeyColumnsAloneComeBackInTheirOrder() throws SQLException {
        threeRows();
        assertThat(run(upsert(List.of(odd(2), odd(9), odd(1)), true)).rows())
                .extracting(row -> ((OddRecord) row).get(ODD.NAME))
                .containsExactly("one", "two", null);
    }

    @Test
    void jsonNullIsStored() throws SQLException {
        OddRecord row = odd(1);
        row.set(ODD.DATA, JSONB.valueOf("null"));
        assertThat(run(insert(List.of(row))).rows())
                .extracting(each -> ((OddRecord) each).get(ODD.DATA))
                .containsExactly(JSONB.valueOf("null"));
        assertThat(rows().get(0).get(ODD.DATA)).isEqualTo(JSONB.valueOf("null"));
    }

    @Test
    void aFailureIsThatOfTheWriteWhicheverOfItsRowsItWas() {
        List<ProgramWrite<?>> writes = List.of(
                ProgramWrite.of(insert(List.of(coded(1, "a"), odd(2, "b")))),
                ProgramWrite.of(insert(List.of(odd(3), odd(4, "c"), coded(5, "a")))));
        assertThatThrownBy(() -> function.send(WriteProgram.together(writes), Optional.empty()))
                .isInstanceOfSatisfying(DuplicateKeyException.class, failure -> {
                    assertThat(failure.writeIndex()).hasValue(1);
                    assertThat(failure.table()).contains(ODD.getName());
                    assertThat(failure.constraint()).contains("odd_code_key");
                    assertThat(failure.sensitiveDetail()).get().asString().contains("(code)=(a)");
                    assertThat(failure.getMessage()).doesNotContain("(a)");
                });
        assertThat(rows()).isEmpty();
    }

    @Test
    void aFailureThatTheServerDidNotPlaceIsAtTheTableOfTheWrite() {
        OddRecord row = odd(1);
        row.set(ODD.DATA, JSONB.valueOf("{"));
        assertThatThrownBy(() -> function.send(WriteProgram.of(insert(List.of(row))), Optional.empty()))
                .isInstanceOfSatisfying(StorageException.class, failure -> {
                    assertThat(failure.table()).contains(ODD.getName());
                    assertThat(failure.writeIndex()).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{}", "[]", "<html>secret</html>", "[{}]", "[{\"rows\":[[\"1\",\"secret\"]]}]", "[1]"
            })
    void whatIsNoAnswerLeavesTheOutcomeUnknown(String answer) {
        WriteProgram program = WriteProgram.of(insert(List.of(odd(1))));
        assertThatThrownBy(() -> program.results(answer.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    @Test
    void noValueIsInItsText() {
        List<Write<OddRecord>> writes = List.of(
                insert(List.of(odd(1, "secret"))), new Write.Delete<>(ODD, Filters.eq(ODD.NAME, "secret"), HERE));
        assertThat(writes)
                .allSatisfy(write -> assertThat(WriteProgram.of(write).toString()
                                + ProgramWrite.of(write)
                                + ProgramWrite.of(write).entries())
                        .doesNotContain("secret"));
    }

    private WriteResult<?> run(Write<OddRecord> write) {
        WriteProgram program = WriteProgram.of(write);
        return program.results(function.send(program, Optional.empty())).get(0);
    }

    private void threeRows() throws SQLException {
        function.execute(EMPTY_TABLE);
        function.execute(
                "insert into \"odd \"\"table\"\".x, y\" (\"we\"\"ird.na me\") values ('one'), ('two'), ('three')");
        function.execute("alter sequence \"odd \"\"table\"\".x, y_id_seq\" restart with 500");
    }

    private List<OddRecord> rows() {
        return jdbc.read(Read.of(ODD, Filters.everyRow(), HERE));
    }

    private static Write<OddRecord> insert(List<OddRecord> rows) {
        return new Write.Insert<>(ODD, rows, Optional.empty(), HERE);
    }

    private static Write<OddRecord> upsert(List<OddRecord> rows, boolean returning) {
        return new Write.Upsert<>(ODD, rows, ODD.PRIMARY, BulkOptions.atomic(), returning, HERE);
    }

    private static OddRecord coded(long id, String code) {
        OddRecord row = odd(id);
        row.set(ODD.CODE, code);
        return row;
    }

    private static OddRecord everything() {
        OddRecord row = OddRows.all().get(7);
        row.changed(ODD.ID, false);
        row.set(ODD.CODE, null);
        return row;
    }
}
