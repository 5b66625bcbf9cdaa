// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.campaign;

import dev.dualbase.repositories.SalonCalls;
import dev.dualbase.repositories.id.CompanyId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The salons of the campaign, made and read past the library. Each has ten numbers, so that it can found others. */
record Salons(DataSource source) {

    private static final int FIRST = 55_500_000;

    static CompanyId number(int index) {
        return CompanyId.of(FIRST + index * 10L);
    }

    /** A text without the number of a salon, alike for all of them. */
    static String anonymous(CompanyId salon, String text) {
        return text.replace(String.valueOf(salon.value() / 10), "<salon>");
    }

    /** Leaves nothing but salons for these tasks, in their order. */
    void reset(List<Task> tasks) {
        String deletes = Stream.concat(SalonCalls.tables().stream(), Stream.of("companies"))
                .map(table -> "delete from " + table + ";")
                .collect(Collectors.joining());
        String inserts = IntStream.range(0, tasks.size())
                .mapToObj(i -> SalonCalls.script(number(i), tasks.get(i).filled()))
                .collect(Collectors.joining());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(deletes + inserts);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All rows by the number of their salon, without what differs between two runs of the same call. */
    Map<CompanyId, String> rows() {
        String all = Stream.concat(SalonCalls.tables().stream(), Stream.of("companies"))
                .map(table -> """
                    select regexp_replace(company_id::text, '\\D', '', 'g')::bigint / 10 * 10 as salon, '%s ' || (to_jsonb(t)
                        - 'id' - 'created_at' - 'updated_at' - 'last_updated')::text as row from %1$s t
                    """.formatted(table))
                .collect(Collectors.joining(" union all "));
        Map<CompanyId, String> rows = new TreeMap<>((a, b) -> Long.compare(a.value(), b.value()));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(
                        "select salon, string_agg(row, E'\\n' order by row) from (" + all + ") every group by salon")) {
            while (answer.next()) {
                CompanyId salon = CompanyId.of(answer.getLong(1));
                rows.put(salon, anonymous(salon, answer.getString(2)));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return rows;
    }
}
