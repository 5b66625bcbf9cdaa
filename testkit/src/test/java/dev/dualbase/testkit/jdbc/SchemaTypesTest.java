// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.schema.SchemaCheck;
import dev.dualbase.core.schema.SchemaDifference;
import dev.dualbase.core.schema.SchemaDifference.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Catalog;
import org.jooq.DataType;
import org.jooq.EnumType;
import org.jooq.Schema;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The names that jOOQ and the catalog have for one type. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchemaTypesTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final Schema PUBLIC = DSL.schema(DSL.name("public"));

    private final JdbcBackend backend = DATABASE.open();

    static Stream<Arguments> types() {
        return Stream.concat(plainTypes(), sizedTypes());
    }

    private static Stream<Arguments> plainTypes() {
        return Stream.of(
                arguments("varchar", SQLDataType.VARCHAR),
                arguments("text", SQLDataType.CLOB),
                arguments("smallint", SQLDataType.SMALLINT),
                arguments("integer", SQLDataType.INTEGER),
                arguments("bigint", SQLDataType.BIGINT),
                arguments("numeric", SQLDataType.NUMERIC),
                arguments("real", SQLDataType.REAL),
                arguments("double precision", SQLDataType.DOUBLE),
                arguments("boolean", SQLDataType.BOOLEAN),
                arguments("uuid", SQLDataType.UUID),
                arguments("date", SQLDataType.LOCALDATE),
                arguments("time", SQLDataType.LOCALTIME(6)),
                arguments("timestamp", SQLDataType.LOCALDATETIME(6)),
                arguments("timestamptz", SQLDataType.TIMESTAMPWITHTIMEZONE(6)),
                arguments("json", SQLDataType.JSON),
                arguments("jsonb", SQLDataType.JSONB),
                arguments("bytea", SQLDataType.BLOB),
                arguments("text[]", SQLDataType.CLOB.array()),
                arguments("integer[]", SQLDataType.INTEGER.array()),
                arguments("bigint[]", SQLDataType.BIGINT.array()),
                arguments(
                        "bigint generated always as identity",
                        SQLDataType.BIGINT.nullable(false).identity(true)),
                arguments("bigserial", SQLDataType.BIGINT.nullable(false).identity(true)),
                arguments("varchar[]", SQLDataType.VARCHAR.array()),
                arguments("uuid[]", SQLDataType.UUID.array()));
    }

    private static Stream<Arguments> sizedTypes() {
        return Stream.of(
                arguments("varchar(20)", SQLDataType.VARCHAR(20)),
                arguments("char(3)", SQLDataType.CHAR(3)),
                arguments("numeric(10, 2)", SQLDataType.NUMERIC(10, 2)),
                arguments("numeric(10)", SQLDataType.NUMERIC(10)),
                arguments("time(3)", SQLDataType.LOCALTIME(3)),
                arguments("timestamp(3)", SQLDataType.LOCALDATETIME(3)),
                arguments("varchar(20)[]", SQLDataType.VARCHAR(20).array()),
                arguments("numeric(10, 2)[]", SQLDataType.NUMERIC(10, 2).array()),
                arguments("timestamptz(0)", SQLDataType.TIMESTAMPWITHTIMEZONE(0)));
    }

    private enum Mood implements EnumType {
        GLAD;

        @Override
        public String getLiteral() {
            return "glad";
        }

        @Override
        public String getName() {
            return "Mood";
        }

        @Override
        public Schema getSchema() {
            return PUBLIC;
        }

        @Override
        public Catalog getCatalog() {
            return null;
        }
    }

    static Stream<Arguments> ownTypes() {
        DataType<Mood> mood = SQLDataType.VARCHAR.asEnumDataType(Mood.class);
        DataType<String> email = Internal.createDomain(PUBLIC, DSL.name("email"), SQLDataType.VARCHAR(20))
                .getDataType();
        return Stream.of(
                arguments("public.\"Mood\"", mood),
                arguments("public.\"Mood\"[]", mood.array()),
                arguments("email", email),
                arguments("email", SQLDataType.VARCHAR(20)),
                arguments("email[]", email.array()),
                arguments("work_email", email),
                arguments("pair", DefaultDataType.getDefaultDataType("\"public\".\"pair\"")),
                arguments("inet", DefaultDataType.getDefaultDataType("\"pg_catalog\".\"inet\"")),
                arguments("bit(3)", DefaultDataType.getDefaultDataType("\"pg_catalog\".\"bit\"")));
    }

    private List<SchemaDifference> differences(String sql, DataType<?> type) {
        DATABASE.execute("drop table if exists shop; create table shop (c " + sql + ")");
        List<ExpectedTable> expected = List.of(new ExpectedTable("shop").with("c", type));
        return SchemaCheck.compare(expected, backend.describe(expected)).differences();
    }

    @ParameterizedTest
    @MethodSource("ownTypes")
    void a_type_of_the_database_s_own_fits_by_its_name(String sql, DataType<?> type) {
        DATABASE.execute(
                "drop table if exists shop; drop type if exists public.\"Mood\", pair;"
                        + " drop domain if exists work_email, email; create type public.\"Mood\" as enum ('glad');"
                        + " create type pair as (a int, b int); create domain email varchar(20); create domain work_email email");
        assertThat(differences(sql, type)).isEmpty();
        assertThat(differences("uuid", type)).extracting(SchemaDifference::kind).containsExactly(Kind.DIFFERENT_TYPE);
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_type_that_fits_gives_no_difference(String sql, DataType<?> type) {
        assertThat(differences(sql, type)).isEmpty();
    }
}
