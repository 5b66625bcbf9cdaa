// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.supabase.rest.OddTable.ODD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.schema.LiveTable;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.server.ServerKind;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The function {@code dualbase_describe} tells of tables what the catalog tells over JDBC. */
@PostgresTest(
        migrations = {"classpath:db/supabase", "classpath:db/functiontest"},
        server = ServerKind.EMBEDDED)
class TableDescriptionsTest {

    private final FunctionCalls function;
    private final Backend jdbc;

    TableDescriptionsTest(DataSource database, Backend jdbc) {
        this.function = new FunctionCalls(database);
        this.jdbc = jdbc;
    }

    @Test
    void itTellsWhatTheCatalogTells() throws SQLException {
        List<Table<Record>> others = Stream.of(
                        "parent", "child", "parent_view", "parted", "summary", "indexed", "not there", "secret")
                .map(name -> DSL.table(DSL.name(name)))
                .toList();
        List<Table<?>> tables = Stream.concat(Stream.of(ODD), others.stream()).toList();
        List<LiveTable> described = describe(tables.stream().map(Table::getName).toList());
        assertThat(described).hasSize(7).containsExactlyInAnyOrderElementsOf(jdbc.describe(tables));
    }

    @Test
    void theSchemaIsThatOfTheCode() throws SQLException {
        byte[] answer = function.describe(TableDescriptions.body(List.of("parent")));
        assertThat(TableDescriptions.read(answer, Optional.of("salon")))
                .extracting(LiveTable::schema)
                .containsExactly(Optional.of("salon"));
    }

    @Test
    void withoutTablesThereIsNothingToTell() throws SQLException {
        assertThat(describe(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "<html>", "[{\"name\":\"x\",\"columns\":[{\"nullable\":\"secret\"}]}]"})
    void whatIsNoAnswerIsAnErrorOfTheServer(String answer) {
        assertThatThrownBy(() -> TableDescriptions.read(answer.getBytes(StandardCharsets.UTF_8), Optional.empty()))
                .isInstanceOf(ServerErrorException.class)
                .hasNoCause();
    }

    private List<LiveTable> describe(List<String> names) throws SQLException {
        return TableDescriptions.read(function.describe(TableDescriptions.body(names)), Optional.empty());
    }
}
