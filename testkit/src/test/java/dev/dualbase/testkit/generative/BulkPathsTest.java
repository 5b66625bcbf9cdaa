// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random rows of all types, upserted together and one by one: both leave the same rows, and count the same. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BulkPathsTest {
    private static final long SEED = RunSettings.seed();
    private static final RandomTable TOGETHER = table("together");
    private static final RandomTable ONE_BY_ONE = table("one by one");

    private static TestDatabase database;
    private static JdbcBackend jdbc;

    @BeforeAll
    static void open() {
        String moods = String.join(
                ", ",
                List.of(Mood.values()).stream()
                        .map(mood -> "'" + mood.getLiteral() + "'")
                        .toList());
        String script = "create type " + Names.quoted(Mood.TYPE) + " as enum (" + moods + ");\n" + TOGETHER.ddl()
                + ONE_BY_ONE.ddl();
        database =
                PostgresServers.shared(ServerKind.EMBEDDED).createDatabase(SchemaSource.script("bulk paths", script));
        jdbc = JdbcBackend.builder("bulk")
                .url(database.jdbcUrl())
                .credentials(database.user(), database.password())
                .build();
        System.out.println("Bulk paths of seed " + SEED);
    }

    @AfterAll
    static void close() {
        if (jdbc != null) {
            jdbc.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private static RandomTable table(String name) {
        List<ColumnPlan> plans = new ArrayList<>();
        plans.add(ColumnPlan.required("id", ColumnKinds.BIGINT));
        plans.add(ColumnPlan.required("second", ColumnKinds.BIGINT));
        for (ColumnKind kind : ColumnKinds.ALL) {
            plans.add(new ColumnPlan("column " + plans.size(), kind, true, kind.literal() != null, false));
        }
        return new RandomTable(name, plans, List.of(0), List.of(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 30, 499, 500, 1_100})
    void rows_stored_together_are_those_stored_one_by_one(int count) {
        Dice dice = Dice.of(SEED, count);
        for (List<Row> rows : List.of(rows(dice, 0, count), rows(dice, count / 2, count))) {
            BulkResult together = bulk(TOGETHER, rows);
            assertThat(together).as("seed " + SEED).isEqualTo(oneByOne(rows));
            assertThat(stored(TOGETHER)).as("seed " + SEED).isEqualTo(stored(ONE_BY_ONE));
        }
        DSL.using(database.dataSource(), SQLDialect.POSTGRES).execute("truncate together, \"one by one\"");
    }

    /** Most of them set all columns; the others make a statement of their own. */
    private static List<Row> rows(Dice dice, int first, int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            Row row = Row.empty();
            boolean whole = !dice.oneIn(50);
            for (RandomColumn column : TOGETHER.columns()) {
                if (column.index() < 2) {
                    row.set(column, (long) i);
                } else if (whole || dice.oneIn(2)) {
                    row.set(column, dice.oneIn(5) ? null : value(dice, column));
                }
            }
            rows.add(row);
        }
        return dice.shuffled(rows);
    }

    /** As a host may give it, with more digits than are stored. */
    private static Object value(Dice dice, RandomColumn column) {
        return column.kind().values().apply(dice);
    }

    private static BulkResult bulk(RandomTable table, List<Row> rows) {
        return new BaseRepository<>(jdbc, table)
                .bulkUpsert(Row.toRecords(table, rows), table.primary().key());
    }

    private static BulkResult oneByOne(List<Row> rows) {
        BaseRepository<Record> repository = new BaseRepository<>(jdbc, ONE_BY_ONE);
        return repository.withTransaction(() -> {
            long inserted = 0;
            for (Row row : rows) {
                inserted += bulk(ONE_BY_ONE, List.of(row)).inserted();
            }
            return new BulkResult(inserted, rows.size() - inserted, List.of());
        });
    }

    private static List<String> stored(RandomTable table) {
        return DSL.using(database.dataSource(), SQLDialect.POSTGRES)
                .fetch("select t::text from {0} as t order by id", table)
                .getValues(0, String.class);
    }
}
