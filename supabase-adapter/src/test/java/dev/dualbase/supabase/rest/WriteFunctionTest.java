// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.server.ServerKind;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The function {@code dualbase_write}, called with JSON written by hand, in which ' stands for ". */
@PostgresTest(
        migrations = {"classpath:db/supabase", "classpath:db/functiontest"},
        server = ServerKind.EMBEDDED)
class WriteFunctionTest {

    private static final String PARENTS = "'table':'parent','columns':['id','name']";

    private final FunctionCalls function;

    WriteFunctionTest(DataSource database) {
        this.function = new FunctionCalls(database);
    }

    @Test
    void itTellsItsVersion() throws SQLException {
        assertThat(function.value("select dualbase_version()")).isEqualTo("1");
    }

    @Test
    void itMayBeInstalledAgain() throws Exception {
        try (var script = getClass().getResourceAsStream("/db/supabase/R__dualbase_functions.sql")) {
            function.execute(new String(script.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(function.write("[]")).isEqualTo("[]");
    }

    @Test
    void writesOfSeveralTablesAreCarriedOutInOrder() throws SQLException {
        assertThat(function.write("""
                        [{'kind':'insert',%s,'rows':[['1','one'],['2','two']],'returning':['id']},
                         {'kind':'insert','table':'child','columns':['id','parent_id'],'rows':[['7','2']]},
                         {'kind':'upsert',%1$s,'key':['id'],'rows':[['2','second'],['3','three']],'returning':['name']},
                         {'kind':'update','table':'parent','columns':['name'],'rows':[['last']],'returning':['id','name'],
                          'where':[{'op':'=','column':'id','at':0}],'values':['3']},
                         {'kind':'delete','table':'parent','where':[{'op':'<','column':'id','at':0}],'values':['2']}]
                        """.formatted(PARENTS)))
                .isEqualTo(answers(
                        answer(2, 0, 0, "['1'], ['2']"),
                        answer(1, 0, 0, ""),
                        answer(1, 1, 0, "['second'], ['three']"),
                        answer(0, 1, 0, "['3', 'last']"),
                        answer(0, 0, 1, "")));
        assertThat(function.value("select string_agg(name, ',' order by id) from parent"))
                .isEqualTo("second,last");
    }

    @Test
    void whatFailsAtTheThirdWriteLeavesNothingOfTheFirstTwo() throws SQLException {
        SQLException failure = failureOf("""
                [{'kind':'insert',%s,'rows':[['1','one']]},
                 {'kind':'insert',%1$s,'rows':[['2','two']]},
                 {'kind':'insert',%1$s,'rows':[['3','three'],['1','again']]}]
                """.formatted(PARENTS));
        assertThat(failure.getSQLState()).isEqualTo("23505");
        ErrorInfo info = FunctionCalls.info(failure);
        assertThat(info.write()).isEqualTo(2);
        assertThat(info.sqlState()).isEqualTo("23505");
        assertThat(info.table()).isEqualTo("parent");
        assertThat(info.constraint()).isEqualTo("parent_pkey");
        assertThat(info.sensitive()).contains("Key (id)=(1) already exists");
        assertThat(function.value("select count(*) from parent")).isEqualTo("0");
    }

    @Test
    void aMissingValueIsToldWithItsColumn() {
        ErrorInfo info =
                FunctionCalls.info(failureOf("[{'kind':'insert'," + PARENTS + ",'rows':[['1','one'],['2',null]]}]"));
        assertThat(info.sqlState()).isEqualTo("23502");
        assertThat(info.column()).isEqualTo("name");
    }

    @Test
    void aDeferredConstraintFailsInsideButNobodyKnowsWhichWriteItWas() throws SQLException {
        ErrorInfo info = FunctionCalls.info(
                failureOf("[{'kind':'insert','table':'child','columns':['id','guardian_id'],'rows':[['1','99']]}]"));
        assertThat(info.sqlState()).isEqualTo("23503");
        assertThat(info.constraint()).isEqualTo("child_guardian_fkey");
        assertThat(info.write()).isNull();
        assertThat(function.value("select count(*) from child")).isEqualTo("0");
    }

    @Test
    void aDeferredConstraintThatALaterWriteSatisfiesHolds() throws SQLException {
        function.write("""
                [{'kind':'insert','table':'child','columns':['id','guardian_id'],'rows':[['1','9']]},
                 {'kind':'insert',%s,'rows':[['9','nine']]}]
                """.formatted(PARENTS));
        assertThat(function.value("select count(*) from child")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "PGRST", "PT418"})
    void aStateThatPostgrestActsOnIsRaisedAsAnother(String state) {
        SQLException failure = failureOf("[{'kind':'insert'," + PARENTS + ",'rows':[['1','raise " + state + "']]}]");
        assertThat(failure.getSQLState()).isEqualTo("DBW01");
        assertThat(FunctionCalls.info(failure).sqlState()).isEqualTo(state);
        assertThat(FunctionCalls.info(failure).sensitive())
                .isEqualTo("raised for raise " + state + "\nraise " + state + "\nwait");
    }

    @Test
    void anyOtherStateIsKept() {
        SQLException failure = failureOf("[{'kind':'insert'," + PARENTS + ",'rows':[['1','raise DB007']]}]");
        assertThat(failure.getSQLState()).isEqualTo("DB007");
        assertThat(((org.postgresql.util.PSQLException) failure)
                        .getServerErrorMessage()
                        .getHint())
                .isEqualTo("wait");
    }

    @Test
    void anUpsertOfKeyColumnsAloneLeavesRowsAsTheyAreAndReturnsThemInOrder() throws SQLException {
        function.execute("insert into keyed values (1, 1)");
        assertThat(function.write("""
                        [{'kind':'upsert','table':'keyed','columns':['a','b'],'key':['a','b'],
                          'rows':[['3','3'],['1','1'],['2','2']],'returning':['a']}]
                        """)).isEqualTo(answers(answer(2, 0, 0, "['3'], ['1'], ['2']")));
    }

    @Test
    void anInsertWithAKeyLeavesOutWhatExists() throws SQLException {
        function.execute("insert into parent values (1, 'old')");
        assertThat(function.write("[{'kind':'insert'," + PARENTS
                        + ",'key':['id'],'rows':[['2','two'],['1','new']],'returning':['name']}]"))
                .isEqualTo(answers(answer(1, 0, 0, "['two']")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parted", "parent_view"})
    void newAndUpdatedRowsAreToldApartWithoutSystemColumns(String table) throws SQLException {
        function.execute("insert into " + table + " values (1, 'one'), (200, 'far')");
        assertThat(
                        function.write(
                                "[{'kind':'upsert','table':'" + table
                                        + "','columns':['id','name'],'key':['id'],'rows':[['1','a'],['2','b'],['200','c'],['300','d']]}]"))
                .isEqualTo(answers(answer(2, 2, 0, "")));
    }

    @Test
    void rowsWithoutAnyColumnAreFilledByDefaults() throws SQLException {
        assertThat(
                        function.write(
                                "[{'kind':'insert','table':'odd \\'table\\'.x, y','rows':[[],[]],'returning':['id','select']}]"))
                .isEqualTo(answers(answer(2, 0, 0, "['1', 'filled'], ['2', 'filled']")));
    }

    @Test
    void moreColumnsThanAJsonObjectCanBeBuiltOfComeBack() throws SQLException {
        String columns =
                IntStream.rangeClosed(1, 120).mapToObj(i -> "c" + i + " int").collect(Collectors.joining(","));
        function.execute("create table wide (" + columns + ")");
        String names =
                IntStream.rangeClosed(1, 120).mapToObj(i -> "'c" + i + "'").collect(Collectors.joining(","));
        String values =
                IntStream.rangeClosed(1, 120).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(", "));
        assertThat(function.write("[{'kind':'insert','table':'wide','columns':[" + names + "],'rows':[[" + values
                        + "]],'returning':[" + names + "]}]"))
                .isEqualTo(answers(answer(1, 0, 0, "[" + values + "]")));
    }

    @ParameterizedTest
    @CsvSource({
        "code, sixsix, 22001",
        "alias, sixsix, 22001",
        "aliases, '{ok,sixsix}', 22001",
        "padded, fives, 22001",
        "alias, never, 23514",
        "amount, 12345, 22003",
        "amount, -1, 23514",
        "small, 40000, 22003",
        "small, 1.5, 22P02",
        "feeling, none, 22P02",
        "data, '{', 22P02",
        "uid, x, 22P02",
        "day, 2024-02-30, 22008"
    })
    void aValueThatDoesNotFitIsRefusedAsByAnInsert(String column, String value, String state) {
        assertThat(failureOf("[{'kind':'insert','table':'odd \\'table\\'.x, y','columns':['" + column + "'],'rows':[['"
                                + value + "']]}]")
                        .getSQLState())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "amount, 1.005, 1.01",
        "code, 'abc    ', 'abc  '",
        "padded, a, 'a   '",
        "data, null, null",
        "data, 12345678901234567890.10, 12345678901234567890.10",
        "raw, \\\\x00ff, \\x00ff",
        "exact, NaN, NaN",
        "ratio, -0, -0",
        "ratio, Infinity, Infinity",
        "wall, 2024-01-01 00:00:00.0000005, 2024-01-01 00:00:00",
        "clock, 24:00, 24:00:00",
        "aliases, '{a,NULL}', '{a,NULL}'"
    })
    void aValueThatFitsIsStoredAsByAnInsert(String column, String value, String stored) throws SQLException {
        assertThat(function.write("[{'kind':'insert','table':'odd \\'table\\'.x, y','columns':['" + column
                        + "'],'rows':[['" + value + "']],'returning':['" + column + "']}]"))
                .isEqualTo(answers(answer(1, 0, 0, "['" + stored.replace("\\", "\\\\") + "']")));
    }

    @Test
    void jsonNullIsNotNull() throws SQLException {
        assertThat(function.write("[{'kind':'insert','table':'odd \\'table\\'.x, y','columns':['data'],"
                        + "'rows':[['null'],[null]],'returning':['data']}]"))
                .isEqualTo(answers(answer(2, 0, 0, "['null'], [null]")));
        assertThat(function.value("select count(*) from \"odd \"\"table\"\".x, y\" where data is null"))
                .isEqualTo("1");
    }

    private SQLException failureOf(String json) {
        return catchThrowableOfType(SQLException.class, () -> function.write(json));
    }

    private static String answer(int inserted, int updated, int deleted, String rows) {
        return "{\"rows\": [" + rows.replace('\'', '"') + "], \"deleted\": " + deleted + ", \"updated\": " + updated
                + ", \"inserted\": " + inserted + "}";
    }

    private static String answers(String... answers) {
        return "[" + String.join(", ", answers) + "]";
    }
}
