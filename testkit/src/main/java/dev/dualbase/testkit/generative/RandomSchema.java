// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.testkit.server.SchemaSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Table;

/**
 * Tables with random columns of all types that backends carry, odd names, and keys of one and two columns, for
 * {@link GenerativeContract}. The same seed gives the same tables.
 */
public final class RandomSchema {
    private static final int TABLES = 24;
    private static final int MOST_COLUMNS = 9;

    private final long seed;
    private final List<RandomTable> tables;

    private RandomSchema(long seed) {
        this.seed = seed;
        this.tables = IntStream.range(0, TABLES)
                .mapToObj(number -> table(Dice.of(seed, -1L - number), number))
                .toList();
    }

    /** The tables of a seed. */
    public static RandomSchema of(long seed) {
        return new RandomSchema(seed);
    }

    /**
     * The tables of this run: of the seed in {@code dualbase.test.seed} (or {@code DUALBASE_TEST_SEED}), else of a random
     * one that stays the same until the JVM ends.
     *
     * @throws IllegalArgumentException if the setting is not a number
     */
    public static RandomSchema ofRun() {
        return of(RunSettings.seed());
    }

    private static RandomTable table(Dice dice, int number) {
        List<String> names = Names.columns(dice);
        List<ColumnPlan> plans = new ArrayList<>(primary(dice, names));
        int secondKey = plans.size();
        List<ColumnKind> keyable = ColumnKinds.with(Trait.KEY);
        plans.add(ColumnPlan.any(dice, names.get(plans.size()), dice.pick(keyable)));
        plans.add(ColumnPlan.any(dice, names.get(plans.size()), dice.pick(ColumnKinds.with(Trait.TEXT))));
        for (ColumnKind kind : dice.some(ColumnKinds.ALL, MOST_COLUMNS)) {
            plans.add(ColumnPlan.any(dice, names.get(plans.size()), kind));
        }
        List<Integer> primary = IntStream.range(0, secondKey).boxed().toList();
        List<Integer> second = dice.oneIn(2) ? List.of(secondKey) : List.of(secondKey, 0);
        return new RandomTable(Names.table(dice, number), plans, primary, second);
    }

    private static List<ColumnPlan> primary(Dice dice, List<String> names) {
        ColumnKind kind = dice.pick(ColumnKinds.with(Trait.KEY));
        return switch (dice.below(4)) {
            case 0 -> List.of(ColumnPlan.identity(names.get(0)));
            case 1 -> List.of(ColumnPlan.required(names.get(0), kind));
            default ->
                List.of(ColumnPlan.required(names.get(0), ColumnKinds.BIGINT), ColumnPlan.required(names.get(1), kind));
        };
    }

    /** What creates the tables in an empty database of the test kit's servers. */
    public SchemaSource source() {
        return SchemaSource.script("random schema of seed " + seed, script());
    }

    /** The SQL that creates the tables, several statements, for a database of any other kind. */
    public String script() {
        String moods = Arrays.stream(Mood.values())
                .map(mood -> "'" + mood.getLiteral() + "'")
                .collect(Collectors.joining(", "));
        return "create type " + Names.quoted(Mood.TYPE) + " as enum (" + moods + ");\n"
                + tables.stream().map(RandomTable::ddl).collect(Collectors.joining());
    }

    /** The tables that the script creates as jOOQ sees them. */
    public List<Table<?>> tables() {
        return List.copyOf(tables);
    }

    /** Everything that is random in this schema and in the rounds on it follows from this number. */
    public long seed() {
        return seed;
    }

    RandomTable table(long round) {
        return tables.get((int) Math.floorMod(round, (long) tables.size()));
    }

    /** The seed; the tables are many lines. */
    @Override
    public String toString() {
        return "RandomSchema[seed=" + seed + "]";
    }
}
