// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Random rows of all types, read together and one by one: the first of a result are read by the driver, others from bytes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManyRowsReadTest {
    private static final long SEED = RunSettings.seed();

    /** The driver prepares a statement at its fifth execution, and knows then what can come in binary. */
    private static final int READS = 8;

    private static final int ROWS = 200;

    private static final RandomTable TABLE = table();

    private TestDatabase database;
    private JdbcBackend jdbc;
    private BaseRepository<Record> repository;

    private static RandomTable table() {
        List<ColumnPlan> plans = new ArrayList<>();
        plans.add(ColumnPlan.required("id", ColumnKinds.BIGINT));
        plans.add(ColumnPlan.required("second", ColumnKinds.BIGINT));
        for (ColumnKind kind : ColumnKinds.ALL) {
            plans.add(new ColumnPlan("column " + plans.size(), kind, true, false, false));
        }
        return new RandomTable("many", plans, List.of(0), List.of(1));
    }

    @BeforeEach
    void open() {
        String moods = String.join(
                ", ",
                Stream.of(Mood.values())
                        .map(mood -> "'" + mood.getLiteral() + "'")
                        .toList());
        String type = "create type " + Names.quoted(Mood.TYPE) + " as enum (" + moods + ");\n";
        database = PostgresServers.shared(ServerKind.EMBEDDED)
                .createDatabase(SchemaSource.script("many rows", type + TABLE.ddl()));
        jdbc = JdbcBackend.builder("many")
                .url(database.jdbcUrl())
                .credentials(database.user(), database.password())
                .build();
        repository = new BaseRepository<>(jdbc, TABLE);
        List<Record> given =
                IntStream.range(0, ROWS).mapToObj(ManyRowsReadTest::row).toList();
        assertThat(repository.bulkUpsert(given, TABLE.primary().key()).inserted())
                .isEqualTo(ROWS);
    }

    @AfterEach
    void close() {
        if (jdbc != null) {
            jdbc.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void rows_read_together_are_those_read_one_by_one() {
        List<String> oneByOne = IntStream.range(0, ROWS)
                .mapToObj(number -> text(repository.getById((long) number)))
                .toList();
        for (int i = 0; i < READS; i++) {
            assertThat(together()).as("seed " + SEED + ", read " + i).isEqualTo(oneByOne);
        }
        List<String> streamed = repository.withStream(
                Filters.everyRow(),
                Order.byPrimaryKey(),
                rows -> rows.map(ManyRowsReadTest::text).toList());
        assertThat(streamed).as("seed " + SEED).isEqualTo(oneByOne);
    }

    @Test
    void a_column_that_came_to_be_of_another_type_is_read_as_that() {
        DSL.using(database.dataSource(), SQLDialect.POSTGRES)
                .execute("alter table many alter column second type double precision");
        for (int i = 0; i < READS; i++) {
            List<Record> rows = repository.findMany(Filters.everyRow(), Order.byPrimaryKey(), Limit.of(ROWS));
            assertThat(rows).allSatisfy(row -> assertThat(row.get(1)).isEqualTo(row.get(0)));
        }
    }

    private List<String> together() {
        return repository.findMany(Filters.everyRow(), Order.byPrimaryKey(), Limit.of(ROWS)).stream()
                .map(ManyRowsReadTest::text)
                .toList();
    }

    private static String text(Record row) {
        return Arrays.deepToString(row.intoArray());
    }

    private static Record row(int number) {
        Dice dice = Dice.of(SEED, number);
        Row row = Row.empty();
        for (RandomColumn column : TABLE.columns()) {
            boolean ofKey = column.index() < 2;
            row.set(
                    column,
                    ofKey
                            ? (Object) (long) number
                            : dice.oneIn(5) ? null : column.kind().value(dice));
        }
        return row.toRecord(TABLE);
    }
}
