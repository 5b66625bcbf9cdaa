// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import static dev.dualbase.testkit.mirror.GuestTable.GUEST;
import static dev.dualbase.testkit.mirror.GuestTable.guest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.fault.Fault;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.fault.Message;
import dev.dualbase.testkit.fault.Moment;
import dev.dualbase.testkit.fault.Strike;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The session in which the replay holds its lock and removes notes ends in the middle of carrying rows over. */
final class LostReplayTest {
    private static final Message REMOVAL = Message.statement("delete from \"dualbase_divergence\"");
    private static final Message REMOVED = Message.answer("DELETE");
    private static final Message COMMIT = Message.statement("commit");

    private static TwoSides sides;
    private static FaultProxy lineToPrimary;

    private DualWriteBackend mirror;
    private BaseRepository<GuestRecord> guests;

    @BeforeAll
    static void open() {
        sides = new TwoSides();
        lineToPrimary = FaultProxy.before(sides.primaryDatabase);
    }

    @AfterAll
    static void close() {
        lineToPrimary.close();
        sides.close();
    }

    @BeforeEach
    void mirror() {
        mirror = sides.mirror(sides.other, TwoSides.options().replayingThrough(sides.replayThrough(lineToPrimary)));
        guests = TwoSides.guests(mirror);
    }

    @AfterEach
    void stop() {
        lineToPrimary.pass();
        mirror.close();
        sides.clear();
    }

    static Stream<Arguments> moments() {
        return Stream.of(
                        Moment.before(REMOVAL), // the rows are written on the other side, and not committed
                        Moment.after(REMOVAL), // whether the notes are removed is unknown
                        Moment.after(REMOVED), // the other side will commit, and the notes be back
                        Moment.before(COMMIT), // the other side has committed
                        Moment.after(COMMIT)) // whether this one has is unknown
                .flatMap(moment -> Stream.of(Fault.CUT, Fault.RESET).map(fault -> Arguments.of(moment, fault)));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void rows_end_in_their_newest_state_and_no_note_is_left(Moment moment, Fault fault) throws InterruptedException {
        guests.insert(guest(1, "old"));
        guests.insert(guest(2, "old"));
        sides.assertEqualSoon();
        Strike strike = lineToPrimary.at(moment, fault);
        guests.useTransaction(() -> {
            guests.upsert(guest(1, "changed"), GUEST.PRIMARY);
            guests.deleteWhere(Filters.eq(GUEST.ID, 2L));
            guests.insert(guest(3, "new"));
        });
        strike.await();
        guests.useTransaction(() -> {
            guests.upsert(guest(1, "newest"), GUEST.PRIMARY);
            guests.insert(guest(2, "back"));
            guests.deleteWhere(Filters.eq(GUEST.ID, 3L));
        });
        sides.assertEqualSoon();
        assertThat(sides.onOther().selectFrom(GUEST).orderBy(GUEST.ID).fetch(GUEST.NAME))
                .isEqualTo(List.of("newest", "back"));
    }
}
