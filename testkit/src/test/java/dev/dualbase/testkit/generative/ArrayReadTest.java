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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Arrays as the server sends them: as text at first, and in binary once the driver has prepared the statement. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArrayReadTest {
    private static final long SEED = RunSettings.seed();

    /** The driver prepares a statement at its fifth execution, and knows then what can come in binary. */
    private static final int READS = 8;

    private static final int ROWS = 100;

    private static final RandomTable TABLE = table(List.of(
            array("bigint[]", SQLDataType.BIGINT, Long.class, Numbers::big),
            array("integer[]", SQLDataType.INTEGER, Integer.class, Numbers::integer),
            array("smallint[]", SQLDataType.SMALLINT, Short.class, Numbers::small),
            array("double precision[]", SQLDataType.DOUBLE, Double.class, Numbers::ratio),
            array("real[]", SQLDataType.REAL, Float.class, Numbers::real),
            array("boolean[]", SQLDataType.BOOLEAN, Boolean.class, dice -> dice.oneIn(2)),
            array("uuid[]", SQLDataType.UUID, UUID.class, dice -> new UUID(dice.anyLong(), dice.anyLong())),
            array("numeric[]", SQLDataType.NUMERIC, BigDecimal.class, ArrayReadTest::plain),
            array("text[]", SQLDataType.CLOB, String.class, RandomText::of),
            array("varchar(8)[]", SQLDataType.VARCHAR(8), String.class, dice -> RandomText.of(dice, 8))));

    private static <T> ColumnKind array(String sql, DataType<T> element, Class<T> type, Function<Dice, T> values) {
        return ColumnKind.of(sql, element.array(), RandomArray.of(type, values));
    }

    private static RandomTable table(List<ColumnKind> kinds) {
        List<ColumnPlan> plans = new ArrayList<>();
        plans.add(ColumnPlan.required("id", ColumnKinds.BIGINT));
        plans.add(ColumnPlan.required("second", ColumnKinds.BIGINT));
        for (ColumnKind kind : kinds) {
            plans.add(new ColumnPlan("column " + plans.size(), kind, true, false, false));
        }
        return new RandomTable("lists", plans, List.of(0), List.of(1));
    }

    /** With the scale that it has once it was stored. */
    private static BigDecimal plain(Dice dice) {
        return (BigDecimal) Numbers.plainScale(Numbers.decimal(dice));
    }

    @Test
    void an_array_is_the_same_however_it_is_sent() {
        try (TestDatabase database = PostgresServers.shared(ServerKind.EMBEDDED)
                        .createDatabase(SchemaSource.script("arrays", TABLE.ddl()));
                JdbcBackend jdbc = JdbcBackend.builder("arrays")
                        .url(database.jdbcUrl())
                        .credentials(database.user(), database.password())
                        .build()) {
            List<Record> given =
                    IntStream.range(0, ROWS).mapToObj(ArrayReadTest::row).toList();
            BaseRepository<Record> lists = new BaseRepository<>(jdbc, TABLE);
            assertThat(lists.bulkUpsert(given, TABLE.primary().key()).inserted())
                    .isEqualTo(ROWS);
            // where the index begins makes no difference to Java
            DSL.using(database.dataSource(), SQLDialect.POSTGRES)
                    .execute("update lists set \"column 2\" = '[0:1]={7,NULL}' where id = 1");
            given.get(1).set(TABLE.columns().get(2).<Object>as(), new Long[] {7L, null});
            for (int i = 0; i < READS; i++) {
                List<Record> read = lists.findMany(Filters.everyRow(), Order.byPrimaryKey(), Limit.of(ROWS));
                assertThat(values(read)).as("seed " + SEED + ", read " + i).isEqualTo(values(given));
            }
        }
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

    private static List<String> values(List<Record> rows) {
        return rows.stream().map(row -> Arrays.deepToString(row.intoArray())).toList();
    }
}
