// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Fills salons with clients, and empties them. Nothing of it is measured. */
public final class SalonFill {

    /** The seed of all data. */
    public static final long SEED = 20_261_121;

    private final Database database;

    /** Works on a database. */
    public SalonFill(Database database) {
        this.database = database;
    }

    /** Stores the salons themselves. */
    public void salons() {
        execute("insert into companies (company_id, title, timezone) select id, 'Salon ' || id, 'Europe/Moscow'"
                + " from generate_series(" + Salons.MAIN + ", " + Salons.STREAM + ") as id");
    }

    /** Gives the main salon services, staff with schedules, and to its first 16,000 clients dialogs and appointments. */
    public void context() {
        execute(resource("context.sql").formatted(Salons.MAIN));
        execute("vacuum analyze");
    }

    /** Makes a salon have clients with the numbers from 1, and no others. */
    public void clients(long salon, int count) {
        execute("delete from clients where company_id = " + salon);
        execute(resource("clients.sql").formatted(salon, count, SEED));
        tidy();
    }

    /**
     * Makes the table hold the clients of the main salon with the numbers up to the given one and nobody else, with few columns
     * set. Those before the first number are there already; 1 is for an empty table. Indexes are built anew, which is faster.
     */
    public void manyClients(int first, int last) {
        List<String> indexes = indexes();
        indexes.forEach(name -> execute("drop index " + name.substring(0, name.indexOf(' '))));
        if (first == 1) {
            execute("truncate clients");
        }
        execute("insert into clients (company_id, yclients_id, name, phone, raw_phone, last_visit_date) select "
                + Salons.MAIN
                + ", i, 'Client ' || i, (79000000000 + i)::text, '+' || (79000000000 + i), date '2026-01-15' - i % 700"
                + " from generate_series(" + first + ", " + last + ") as i");
        indexes.forEach(name -> execute(name.substring(name.indexOf(' ') + 1)));
        tidy();
    }

    /** The names of the indexes that are not unique, each with the statement that creates it. */
    private List<String> indexes() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet index = statement.executeQuery("select indexname || ' ' || indexdef from pg_indexes"
                        + " where tablename = 'clients' and indexdef not like 'CREATE UNIQUE%'")) {
            List<String> names = new ArrayList<>();
            while (index.next()) {
                names.add(index.getString(1));
            }
            return names;
        } catch (SQLException failure) {
            throw new IllegalStateException("The indexes could not be listed", failure);
        }
    }

    /** Makes a salon have clients with the even numbers from 2, and no others. */
    void clientsWithEvenNumbers(long salon, int upTo) {
        execute("delete from clients where company_id = " + salon);
        execute(resource("clients.sql").formatted(salon, upTo, SEED) + " where i % 2 = 0");
    }

    /** Deletes the clients of a salon with numbers from the given one on. */
    public void deleteFrom(long salon, int firstNumber) {
        execute("delete from clients where company_id = " + salon + " and yclients_id >= " + firstNumber);
    }

    /** Leaves no dead rows, no stale statistics and no dirty pages for whoever comes next. */
    public void tidy() {
        execute("vacuum analyze clients");
        execute("checkpoint");
    }

    private void execute(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("The data could not be made", failure);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(SalonFill.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
