// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jooq.JSONB;
import org.jooq.Record;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Rows as they are sent. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowBodyTest {

    private static final RowBody BODY = RowBody.ofSome(THING, List.of(THING.ID, THING.NAME, THING.DATA, THING.SIZE));
    private static final String FIRST = "{\"id\":9007199254740993,\"name\":\"a\",\"data\":{\"a\": 1.10}}";
    private static final String SECOND = "{\"id\":2,\"name\":\"\\\"b\\\"\",\"size\":null}";

    private final Record first = THING.row(9_007_199_254_740_993L, "a").with(THING.DATA, JSONB.jsonb("{\"a\": 1.10}"));
    private final Record malformed = THING.row(3, "c").with(THING.DATA, JSONB.jsonb("{\"a\": "));
    private final Record second = THING.row(2, "\"b\"").with(THING.SIZE, null);

    private static List<String> bodies(List<Record> rows, int max, List<Record> refused) {
        List<RowBody.Part<Record>> parts =
                BODY.parts(rows, row -> row, max, (Record row, InvalidValueException bad) -> refused.add(row));
        return parts.stream()
                .map(part -> new String(part.body(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void a_row_that_cannot_be_sent_leaves_nothing_behind() {
        List<Record> refused = new ArrayList<>();
        Record large = THING.row(4, "x".repeat(2_000));
        assertThat(bodies(List.of(malformed, first, malformed, large, second, malformed), 1_000, refused))
                .containsExactly("[" + FIRST + "," + SECOND + "]");
        assertThat(refused).containsExactly(malformed, malformed, large, malformed);
    }

    @Test
    void a_body_is_filled_up_to_its_bound() {
        int whole = FIRST.length() + SECOND.length() + 3;
        List<Record> rows = List.of(first, second);
        assertThat(bodies(rows, whole, new ArrayList<>())).containsExactly("[" + FIRST + "," + SECOND + "]");
        assertThat(bodies(rows, whole - 1, new ArrayList<>())).containsExactly("[" + FIRST + "]", "[" + SECOND + "]");
    }
}
