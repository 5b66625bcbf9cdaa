// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import static dev.dualbase.testkit.mirror.GuestTable.GUEST;
import static dev.dualbase.testkit.mirror.GuestTable.guest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.repository.BaseRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Rows whose primary key changes leave nothing behind on the other side. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DualWriteKeyTest {
    private static TwoSides sides;

    private DualWriteBackend mirror;
    private BaseRepository<GuestRecord> guests;

    @BeforeAll
    static void open() {
        sides = new TwoSides();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @BeforeEach
    void mirror() {
        mirror = sides.mirror();
        guests = TwoSides.guests(mirror);
        guests.insert(coded(1));
        sides.assertEqualSoon();
    }

    @AfterEach
    void stop() {
        mirror.close();
        sides.clear();
    }

    @Test
    void an_update_gives_a_row_another_key() {
        GuestRecord moved = GUEST.newRecord();
        moved.set(GUEST.ID, 2L);
        assertThat(guests.updateWhere(Filters.eq(GUEST.ID, 1L), moved)).isEqualTo(1);
        sides.assertEqualSoon();
    }

    @Test
    void an_upsert_by_another_key_gives_a_row_another_primary_key() {
        assertThat(guests.upsert(coded(2), GUEST.BY_CODE).get(GUEST.ID)).isEqualTo(2);
        sides.assertEqualSoon();
    }

    @Test
    void it_has_no_notes_to_give_to_others() {
        assertThat(mirror.capabilities().supports(Capability.KEY_NOTES)).isFalse();
    }

    private static GuestRecord coded(long id) {
        GuestRecord row = guest(id, "a");
        row.set(GUEST.CODE, "c");
        return row;
    }
}
