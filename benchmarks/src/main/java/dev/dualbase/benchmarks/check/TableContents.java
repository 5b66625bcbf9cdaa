// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.check;

import dev.dualbase.benchmarks.data.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a salon's clients are, but for what no two runs have in common. */
final class TableContents {

    private static final String DIGEST = """
            select count(*) || ' ' || coalesce(md5(string_agg(
                       (to_jsonb(clients) - 'id' - 'created_at' - 'updated_at')::text, '' order by yclients_id)), '')
            from clients where company_id = ?
            """;

    private TableContents() {}

    static String of(Database database, long salon) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(DIGEST)) {
            statement.setLong(1, salon);
            try (ResultSet digest = statement.executeQuery()) {
                return digest.next() ? digest.getString(1) : "";
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
