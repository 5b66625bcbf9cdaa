// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.SALON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions that make the monthly partitions of messages and take them away. */
class MessagePartitionsTest {

    @RegisterExtension
    static final SalonDatabase database = new SalonDatabase();

    @BeforeEach
    void begin_with_the_default_partition_alone() {
        database.run("DELETE FROM messages");
        database.query("SELECT drop_message_partitions(0)");
        database.run("""
                DO $$ DECLARE child text; BEGIN
                    FOR child IN SELECT partition_name FROM message_partitions() WHERE lower_bound IS NOT NULL LOOP
                        EXECUTE format('DROP TABLE %I', child);
                    END LOOP;
                END $$
                """);
    }

    @Test
    void partitions_are_made_for_this_month_and_those_ahead_and_once_only() {
        assertThat(database.query("SELECT create_message_partitions(3)")).containsExactly("4");
        assertThat(database.query("SELECT create_message_partitions(3)")).containsExactly("0");
        assertThat(database.query("SELECT create_message_partitions(4)")).containsExactly("1");
        assertThat(partitions()).hasSize(6).endsWith("messages_default");
    }

    @Test
    void two_sessions_at_once_make_each_partition_once() throws Exception {
        List<Integer> created = Together.run(
                4,
                i -> Integer.valueOf(
                        database.query("SELECT create_message_partitions(5)").get(0)));

        assertThat(created).containsOnlyOnce(6).containsOnly(6, 0);
    }

    @Test
    void two_sessions_at_once_drop_each_partition_once() throws Exception {
        oldPartition("2020_01", "2020-01-01", "2020-02-01");
        List<Integer> dropped = Together.run(
                4,
                i -> Integer.valueOf(
                        database.query("SELECT drop_message_partitions(6)").get(0)));

        assertThat(dropped).containsOnlyOnce(1).containsOnly(1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00", "2019-02-28T23:59:59.999999", "2199-12-31T00:00"})
    void a_message_of_any_month_is_accepted(String createdAt) {
        database.query("SELECT create_message_partitions(1)");
        store(createdAt);

        assertThat(database.query("SELECT tableoid::regclass FROM messages")).containsExactly("messages_default");
    }

    @Test
    void messages_that_were_there_before_their_partition_move_into_it() {
        store(LocalDateTime.now(ZoneOffset.UTC).toString());
        database.query("SELECT create_message_partitions(0)");

        assertThat(database.query("SELECT count(*) FROM ONLY messages_default")).containsExactly("0");
        assertThat(database.query("SELECT count(*) FROM messages")).containsExactly("1");
    }

    @Test
    void what_is_older_than_the_retention_goes_and_the_rest_stays() {
        oldPartition("2020_01", "2020-01-01", "2020-02-01");
        store("2020-01-15T00:00");
        store("2020-03-15T00:00");
        String recent = LocalDateTime.now(ZoneOffset.UTC).minusDays(1).toString();
        store(recent);

        assertThat(database.query("SELECT drop_message_partitions(6)")).containsExactly("1");
        assertThat(database.query("SELECT drop_message_partitions(6)")).containsExactly("0");
        assertThat(database.query("SELECT count(*) FROM messages")).containsExactly("1");
    }

    @Test
    void a_partition_that_is_only_detached_keeps_its_rows() {
        oldPartition("2020_01", "2020-01-01", "2020-02-01");
        store("2020-01-15T00:00");

        assertThat(database.query("SELECT drop_message_partitions(6, true)")).containsExactly("1");
        assertThat(database.query("SELECT count(*) FROM messages")).containsExactly("0");
        assertThat(database.query("SELECT count(*) FROM messages_2020_01")).containsExactly("1");
        database.run("DROP TABLE messages_2020_01");
    }

    private static List<String> partitions() {
        return database.query("SELECT partition_name FROM message_partitions()");
    }

    private static void oldPartition(String name, String from, String to) {
        database.run("CREATE TABLE messages_%s PARTITION OF messages FOR VALUES FROM ('%s') TO ('%s')"
                .formatted(name, from, to));
    }

    private static void store(String createdAt) {
        database.run("INSERT INTO messages (company_id, created_at) VALUES (%s, '%s')".formatted(SALON, createdAt));
    }
}
