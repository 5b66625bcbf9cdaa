// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.codegen;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Which objects of a schema take part: regular expressions on their names, joined as alternatives. */
record Selection(String schema, String includes, String excludes) {
    private static final String FLYWAY_HISTORY = "flyway_schema_history";
    private static final String PARTITIONS = """
            SELECT relname FROM pg_class
            WHERE relispartition AND relkind IN ('r', 'p', 'f') AND relnamespace = to_regnamespace(quote_ident(?))
            ORDER BY relname
            """;

    /** Everything that is included, without what is excluded and without Flyway's own table. */
    static Selection of(String schema, List<String> includes, List<String> excludes) {
        return new Selection(
                schema,
                includes.isEmpty() ? ".*" : alternatives(includes.stream()),
                alternatives(Stream.concat(Stream.of(FLYWAY_HISTORY), excludes.stream())));
    }

    /** Without the partitions that a database has now: rows go through their parent. */
    Selection withoutPartitions(DataSource database) throws SQLException {
        Stream<String> partitions = partitions(database).stream().map(Pattern::quote);
        return new Selection(schema, includes, alternatives(Stream.concat(Stream.of(excludes), partitions)));
    }

    private List<String> partitions(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PARTITIONS)) {
            statement.setString(1, schema);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    private static String alternatives(Stream<String> expressions) {
        return expressions.collect(Collectors.joining("|"));
    }
}
