// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import static dev.dualbase.testkit.mirror.GuestTable.GUEST;
import static dev.dualbase.testkit.mirror.VisitTable.VISIT;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** The rows of one writer, which nobody else writes, as they must be. Generated ids are not known: these rows have names. */
record LoadModel(Map<String, String> rows) {
    private static final long FIRST_ID = 1_000_000_000;

    static LoadModel empty() {
        return new LoadModel(new TreeMap<>());
    }

    LoadModel copy() {
        return new LoadModel(new TreeMap<>(rows));
    }

    /** Far from generated ids. */
    static long id(int writer, int number) {
        return FIRST_ID * (writer + 1) + number;
    }

    static String name(int writer, Object what) {
        return "writer " + writer + " " + what;
    }

    void put(GuestRecord row) {
        rows.put(guest(row), row.get(GUEST.NAME) + " " + row.get(GUEST.AMOUNT));
    }

    private static String guest(GuestRecord row) {
        Long id = row.get(GUEST.ID);
        return id == null || id < FIRST_ID ? "guest " + row.get(GUEST.NAME) : guest(id);
    }

    private static String guest(long id) {
        return "guest " + id;
    }

    boolean hasGuest(long id) {
        return rows.containsKey(guest(id));
    }

    void amount(long id, String name, int amount) {
        rows.replace(guest(id), name + " " + amount);
    }

    void put(VisitRecord row) {
        rows.put(
                "visit " + row.get(VISIT.GUEST_ID) + " "
                        + row.get(VISIT.NUMBER).stripTrailingZeros().toPlainString(),
                Objects.requireNonNull(row.get(VISIT.NOTE)));
    }

    void deleteGuest(long id) {
        rows.remove(guest(id));
    }

    void deleteVisits(long guest) {
        rows.keySet().removeIf(key -> key.startsWith("visit " + guest + " "));
    }

    /** The names of the rows with generated ids. */
    List<String> generated() {
        return rows.keySet().stream()
                .filter(key -> key.startsWith("guest writer "))
                .map(key -> key.substring("guest ".length()))
                .toList();
    }

    void deleteGenerated(String name) {
        rows.remove("guest " + name);
    }

    /** What a side has of these rows. Rows that are there twice show as one that must not be. */
    static LoadModel of(DSLContext side, int writer) {
        LoadModel found = empty();
        for (GuestRecord row : side.selectFrom(GUEST)
                .where(GUEST.NAME.startsWith(name(writer, "")))
                .fetch()) {
            if (found.rows.containsKey(guest(row))) {
                found.rows.put("twice " + guest(row), "");
            }
            found.put(row);
        }
        side.selectFrom(VISIT)
                .where(VISIT.GUEST_ID.between(id(writer, 0), id(writer + 1, -1)))
                .forEach(found::put);
        return found;
    }
}
