// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.supabase.rest.Request.Verb;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The columns of an answer. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SelectListTest {

    private static final List<Field<?>> COLUMNS = List.of(THING.SIZE, THING.NAME, THING.TAGS, THING.SIZE);

    private final SelectLists lists = new SelectLists();

    private static List<Record> rows(SelectList<Record> list, String body) {
        Request request = Request.of(Verb.GET, Target.of(THING, null), new QueryString(), List.of(), null);
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        return list.parse(new Answer(request, 200, none, Optional.empty(), body.getBytes(StandardCharsets.UTF_8)))
                .rows();
    }

    @Test
    void few_rows_come_by_the_names_of_columns_and_many_by_aliases() {
        SelectList<Record> few = lists.of(THING, COLUMNS, 1);
        SelectList<Record> many = lists.of(THING, COLUMNS, 1_000);
        assertThat(few.query().encoded()).isEqualTo("?select=%22size%22%2C%22name%22%2C%22tags%22%3A%3Atext");
        assertThat(many.query().encoded())
                .isEqualTo("?select=c0%3A%22size%22%2Cc1%3A%22name%22%2Cc2%3A%22tags%22%3A%3Atext");
        List<Record> rows = rows(few, "[{\"size\":7,\"name\":\"a\",\"tags\":\"{x,NULL}\"}]");
        assertThat(rows).isEqualTo(rows(many, "[{\"c0\":7,\"c1\":\"a\",\"c2\":\"{x,NULL}\"}]"));
        assertThat(rows.get(0).get(THING.SIZE)).isEqualTo(7);
        assertThat(rows.get(0).get(THING.TAGS)).containsExactly("x", null);
        assertThat(rows.get(0).get(THING.ID)).isNull();
        assertThat(rows.get(0).changed()).isFalse();
    }

    @Test
    void all_columns_of_a_table_are_listed_once() {
        List<Field<?>> all = List.of(THING.fields());
        assertThat(lists.of(THING, all, 1)).isSameAs(lists.ofAll(THING, 1)).isNotSameAs(lists.ofAll(THING, 1_000));
        assertThat(lists.ofAll(ThingTable.VIEW, 1).table()).isSameAs(ThingTable.VIEW);
    }
}
