// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.internal.cell.CopyLines;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random rows of all types, upserted together and one by one: both leave the same rows, and count the same. Many rows are
 * copied in binary, but for those with a type that can only go as text.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BulkPathsTest {
    private static final long SEED = RunSettings.seed();

    /** So many that those with the same columns, which are most, are enough for binary. */
    private static final int MANY = CopyLines.BINARY_FROM + CopyLines.BINARY_FROM / 10;

    private static final List<ColumnKind> ARRAYS = List.of(
            array("numeric[]", SQLDataType.NUMERIC, BigDecimal.class, Numbers::decimal),
            array("smallint[]", SQLDataType.SMALLINT, Short.class, Numbers::small),
            array("double precision[]", SQLDataType.DOUBLE, Double.class, Numbers::ratio),
            array("real[]", SQLDataType.REAL, Float.class, Numbers::real),
            array("boolean[]", SQLDataType.BOOLEAN, Boolean.class, dice -> dice.oneIn(2)),
            array("uuid[]", SQLDataType.UUID, UUID.class, dice -> new UUID(dice.anyLong(), dice.anyLong())),
            array(
                    "jsonb[]",
                    SQLDataType.JSONB,
                    JSONB.class,
                    dice -> JSONB.valueOf(RandomJson.of(dice).toString())));
    private static final ColumnKind MOODS = array(
            Names.quoted(Mood.TYPE) + "[]",
            SQLDataType.VARCHAR.asEnumDataType(Mood.class),
            Mood.class,
            dice -> dice.pick(Mood.values()));

    private static final Pair ANY = Pair.of("any", ARRAYS);
    private static final Pair AS_TEXT = Pair.of("as text", List.of(MOODS));

    private static TestDatabase database;
    private static JdbcBackend jdbc;

    @BeforeAll
    static void open() {
        String moods = String.join(
                ", ",
                List.of(Mood.values()).stream()
                        .map(mood -> "'" + mood.getLiteral() + "'")
                        .toList());
        String type = "create type " + Names.quoted(Mood.TYPE) + " as enum (" + moods + ");\n";
        String script = type + ANY.ddl() + AS_TEXT.ddl();
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

    private static <T> ColumnKind array(String sql, DataType<T> element, Class<T> type, Function<Dice, T> values) {
        return ColumnKind.of(sql, element.array(), RandomArray.of(type, values));
    }

    /** Two tables alike. */
    private record Pair(RandomTable together, RandomTable oneByOne) {

        static Pair of(String name, List<ColumnKind> more) {
            return new Pair(table(name, more), table(name + " one by one", more));
        }

        private static RandomTable table(String name, List<ColumnKind> more) {
            List<ColumnPlan> plans = new ArrayList<>();
            plans.add(ColumnPlan.required("id", ColumnKinds.BIGINT));
            plans.add(ColumnPlan.required("second", ColumnKinds.BIGINT));
            for (ColumnKind kind : ColumnKinds.ALL) {
                plans.add(new ColumnPlan("column " + plans.size(), kind, true, kind.literal() != null, false));
            }
            for (ColumnKind kind : more) {
                plans.add(new ColumnPlan("column " + plans.size(), kind, true, false, false));
            }
            return new RandomTable(name, plans, List.of(0), List.of(1));
        }

        String ddl() {
            return together.ddl() + oneByOne.ddl();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 30, 499, 500, 1_100, MANY})
    void rows_stored_together_are_those_stored_one_by_one(int count) {
        check(ANY, count);
    }

    @Test
    void so_are_rows_that_go_as_text() {
        check(AS_TEXT, MANY);
    }

    private static void check(Pair tables, int count) {
        Dice dice = Dice.of(SEED, count);
        RandomTable table = tables.together();
        for (List<Row> rows : List.of(rows(table, dice, 0, count), rows(table, dice, count / 2, count))) {
            BulkResult together = bulk(table, rows);
            assertThat(together).as("seed " + SEED).isEqualTo(oneByOne(tables.oneByOne(), rows));
            assertThat(stored(table)).as("seed " + SEED).isEqualTo(stored(tables.oneByOne()));
        }
        DSL.using(database.dataSource(), SQLDialect.POSTGRES)
                .execute("truncate {0}, {1}", tables.together(), tables.oneByOne());
    }

    /** Most of them set all columns; the others make a statement of their own. */
    private static List<Row> rows(RandomTable table, Dice dice, int first, int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            Row row = Row.empty();
            boolean whole = !dice.oneIn(50);
            for (RandomColumn column : table.columns()) {
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

    private static BulkResult oneByOne(RandomTable table, List<Row> rows) {
        BaseRepository<Record> repository = new BaseRepository<>(jdbc, table);
        return repository.withTransaction(() -> {
            long inserted = 0;
            for (Row row : rows) {
                inserted += bulk(table, List.of(row)).inserted();
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
