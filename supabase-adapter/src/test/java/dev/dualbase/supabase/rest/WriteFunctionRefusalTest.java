// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.server.ServerKind;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code dualbase_write} does not do, whoever asks for it. In the JSON, ' stands for ". */
@PostgresTest(
        migrations = {"classpath:db/supabase", "classpath:db/functiontest"},
        server = ServerKind.EMBEDDED)
class WriteFunctionRefusalTest {

    private final FunctionCalls function;

    WriteFunctionRefusalTest(DataSource database) {
        this.function = new FunctionCalls(database);
    }

    @BeforeEach
    void twoParents() throws SQLException {
        function.execute("insert into parent values (1, 'one'), (2, 'two')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "'text'",
                "[1]",
                "[{}]",
                "[{'kind':'drop','table':'parent'}]",
                "[{'kind':'delete','table':'parent'}]",
                "[{'kind':'delete','table':'parent','where':[]}]",
                "[{'kind':'delete','table':'parent','where':'true'}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'true'},{'op':'true'}]}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'true'},{'op':'and','of':2}]}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'true'},{'op':'and','of':0}]}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'true'},{'op':'and'}]}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'not'}]}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'true or','column':'id','at':0}],'values':['1']}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'= 1 or 1 =','column':'id','at':0}],'values':['1']}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'=','column':'id'}],'values':['1']}]",
                "[{'kind':'delete','table':'parent','where':[{'column':'id','at':0}],'values':['1']}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'in','column':'id','at':0}],'values':['1']}]",
                "[{'kind':'update','table':'parent','where':[{'op':'true'}]}]",
                "[{'kind':'upsert','table':'parent','columns':['id','name'],'rows':[['1','x']]}]",
                "[{'kind':'upsert','table':'parent','columns':['name'],'key':['id'],'rows':[['x']]}]",
                "[{'kind':'insert','table':'parent','columns':['id','name'],'rows':[['9']]}]",
                "[{'kind':'insert','table':'parent','columns':['id','name'],'rows':['9']}]"
            })
    void whatIsNotAWriteIsRefused(String json) throws SQLException {
        assertThat(failureOf(json).getSQLState()).isEqualTo("22023");
        assertThatNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'kind':'delete','table':'parent','where':[{'op':'=','column':'id','at':'0) or (true'}],'values':['1']}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'true'},{'op':'or','of':'1) or (true'}]}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'=','column':'id','at':0}],'values':['1 or true']}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'in','column':'id','at':0}],'values':[['1 or true']]}]",
                "[{'kind':'insert','table':'parent','columns':['id','name'],'rows':[['(select 9)','x']]}]"
            })
    void sqlInPlaceOfANumberIsAnInvalidNumber(String json) throws SQLException {
        assertThat(failureOf(json).getSQLState()).isEqualTo("22P02");
        assertThatNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'kind':'insert','table':'parent','columns':['id','NAME'],'rows':[['9','x']]}]",
                "[{'kind':'insert','table':'parent','columns':['id','name) values (9, 9); delete from parent; --'],'rows':[['9','x']]}]",
                "[{'kind':'insert','table':'parent','columns':['id','name'],'rows':[['9','x']],'returning':['(select 1)']}]",
                "[{'kind':'insert','table':'parent','columns':['id','name'],'rows':[['9','x']],'returning':['xmin']}]",
                "[{'kind':'upsert','table':'parent','columns':['id','name'],'key':['id) do nothing; --'],'rows':[['1','x']]}]",
                "[{'kind':'insert','table':'parent','columns':[null],'rows':[['9']]}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'null','column':'1=1 or name'}]}]",
                "[{'kind':'delete','table':'parent','where':[{'op':'null'}]}]"
            })
    void whatIsNotAColumnIsRefused(String json) throws SQLException {
        SQLException failure = failureOf(json);
        assertThat(failure.getSQLState()).isEqualTo("42703");
        assertThat(FunctionCalls.info(failure).table()).isEqualTo("parent");
        assertThatNothingHappened();
    }

    @Test
    void theUnknownColumnIsNamed() {
        ErrorInfo info = FunctionCalls.info(
                failureOf("[{'kind':'insert','table':'parent','columns':['id','nope'],'rows':[['9','x']]}]"));
        assertThat(info.column()).isEqualTo("nope");
        assertThat(info.write()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "elsewhere.secret",
                "\\'elsewhere\\'.\\'secret\\'",
                "pg_class",
                "pg_catalog.pg_class",
                "summary",
                "parent_pkey",
                "PARENT",
                "parent; drop table parent",
                ""
            })
    void onlyTablesOfTheSchemaAreWritten(String table) throws SQLException {
        SQLException failure = failureOf("[{'kind':'delete','table':'" + table + "','where':[{'op':'true'}]}]");
        assertThat(failure.getSQLState()).isEqualTo("42P01");
        assertThatNothingHappened();
    }

    @Test
    void aNameIsNotCutToFit() throws SQLException {
        String name = "x".repeat(63);
        function.execute("create table " + name + " (id int)");
        assertThat(failureOf("[{'kind':'insert','table':'" + name + "x','columns':['id'],'rows':[['1']]}]")
                        .getSQLState())
                .isEqualTo("42P01");
    }

    @Test
    void functionsAndOperatorsOfTheSameNameAreNotCalled() throws SQLException {
        function.execute("""
                create function trap(varchar, varchar) returns boolean language sql as 'select true';
                create operator public.= (leftarg = varchar, rightarg = varchar, procedure = trap);
                create function trap(text, text) returns boolean language sql as 'select true';
                create operator public.= (leftarg = text, rightarg = text, procedure = trap);
                create operator public.<> (leftarg = text, rightarg = text, procedure = trap);
                create operator public.~~ (leftarg = text, rightarg = text, procedure = trap);
                create function trap(jsonb, text) returns text language sql as 'select ''trapped''';
                create operator public.->> (leftarg = jsonb, rightarg = text, procedure = trap);
                create function trap(jsonb, int) returns text language sql as 'select ''trapped''';
                create operator public.->> (leftarg = jsonb, rightarg = int, procedure = trap);
                create function public.jsonb_array_elements(jsonb) returns setof jsonb language sql as 'select null::jsonb';
                create function public.format(text, text) returns text language sql as 'select ''trapped''';
                create function public.count() returns bigint language sql as 'select 7::bigint';
                create function public.int8in(text) returns bigint language sql as 'select 7::bigint';
                create table coded (code varchar(9), name text);
                insert into coded values ('a', 'a'), ('b', 'b');
                """);
        FunctionCalls trapped = function.after("set search_path = public, pg_catalog");
        assertThat(trapped.write("""
                        [{'kind':'delete','table':'coded','values':['a','b','c%'],'where':[
                            {'op':'=','column':'code','at':0},{'op':'<>','column':'name','at':1},
                            {'op':'like','column':'name','at':2},{'op':'not'},{'op':'and','of':3}]}]
                        """)).contains("\"deleted\": 1");
        assertThat(trapped.value("select string_agg(name, ',') from coded")).isEqualTo("b");
    }

    @Test
    void theOperatorsOfAnExtensionsTypeAreItsOwn() throws SQLException {
        function.execute("create schema extensions; create extension citext schema extensions;"
                + "create table mails (mail extensions.citext); insert into mails values ('A@x'), ('B@x')");
        assertThat(function.write("[{'kind':'delete','table':'mails','where':[{'op':'=','column':'mail','at':0}],"
                        + "'values':['a@X']}]"))
                .contains("\"deleted\": 1");
    }

    @Test
    void whoHasNoRightsGainsNone() throws SQLException {
        FunctionCalls stranger = function.after("set role pg_monitor");
        assertThat(catchThrowableOfType(
                                SQLException.class,
                                () -> stranger.write("[{'kind':'delete','table':'parent','where':[{'op':'true'}]}]"))
                        .getSQLState())
                .isEqualTo("42501");
    }

    @Test
    void rowLevelSecurityHolds() throws SQLException {
        function.execute("grant select, insert, update, delete on parent to pg_monitor;"
                + "alter table parent enable row level security;"
                + "create policy low on parent to pg_monitor using (id < 2)");
        FunctionCalls tenant = function.after("set role pg_monitor");
        assertThat(tenant.write("[{'kind':'update','table':'parent','columns':['name'],'rows':[['mine']],"
                        + "'where':[{'op':'true'}],'returning':['id']}]"))
                .contains("[[\"1\"]]", "\"updated\": 1");
        assertThat(failureOf("[{'kind':'insert','table':'parent','columns':['id','name'],'rows':[['9','x']]}]")
                        .getSQLState())
                .isEqualTo("42501");
    }

    @Test
    void rightsToInsertAreEnoughToInsert() throws SQLException {
        function.execute("grant insert on parent to pg_monitor");
        assertThat(function.after("set role pg_monitor")
                        .write("[{'kind':'insert','table':'parent','columns':['id','name'],'rows':[['9','x']]}]"))
                .contains("\"inserted\": 1");
    }

    private SQLException failureOf(String json) {
        return catchThrowableOfType(SQLException.class, () -> function.write(json));
    }

    private void assertThatNothingHappened() throws SQLException {
        assertThat(function.value("select string_agg(id || name, ',' order by id) from parent"))
                .isEqualTo("1one,2two");
    }
}
