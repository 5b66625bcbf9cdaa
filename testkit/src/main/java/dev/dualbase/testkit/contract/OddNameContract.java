// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.between;
import static dev.dualbase.core.filter.Filters.contains;
import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.core.filter.Filters.jsonContains;
import static dev.dualbase.core.filter.Filters.jsonTextEq;
import static dev.dualbase.core.filter.Filters.ne;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.core.filter.Filters.or;
import static dev.dualbase.testkit.contract.OddTable.ODD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.JSONB.jsonb;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.query.CursoredPage;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import java.util.List;
import org.jooq.TableField;
import org.junit.jupiter.api.Test;

/** Columns whose names mean something to SQL, to URLs or to PostgREST are columns like any other. */
interface OddNameContract extends ContractCase {
    private BaseRepository<OddRecord> odd() {
        return rowsOf(ODD);
    }

    private OddRecord row(String code) {
        return new OddRecord().with(ODD.TENANT_ID, items().tenant()).with(ODD.CODE, code);
    }

    /** A row with its code and the number of the column in each text. */
    private OddRecord full(String code) {
        OddRecord row = row(code);
        for (int i = 0; i < ODD.TEXTS.size(); i++) {
            row.set(ODD.TEXTS.get(i), code + i);
        }
        return row;
    }

    /** Rows a and b with all texts, and n with none. */
    private void stored() {
        odd().insert(full("a"));
        odd().insert(full("b"));
        odd().insert(row("n"));
    }

    private Filter mine() {
        return eq(ODD.TENANT_ID, items().tenant());
    }

    private static List<String> codesOf(List<OddRecord> rows) {
        return rows.stream().map(row -> row.get(ODD.CODE)).toList();
    }

    private List<String> codes(Filter filter) {
        return codesOf(odd().findMany(mine().and(filter)));
    }

    private OddRecord stored(String code) {
        return odd().findOne(mine().and(eq(ODD.CODE, code))).orElseThrow();
    }

    @Test
    default void every_column_comes_back_from_an_insert_and_a_read() {
        OddRecord inserted = odd().insert(full("a"));
        assertThat(inserted.get(ODD.ID)).isPositive();
        assertThat(stored("a").intoList()).isEqualTo(inserted.intoList());
        for (int i = 0; i < ODD.TEXTS.size(); i++) {
            assertThat(inserted.get(ODD.TEXTS.get(i))).isEqualTo("a" + i);
        }
    }

    @Test
    default void every_column_can_be_compared() {
        stored();
        for (int i = 0; i < ODD.TEXTS.size(); i++) {
            TableField<OddRecord, String> column = ODD.TEXTS.get(i);
            assertThat(codes(eq(column, "a" + i))).as("%s", column).containsExactly("a");
            assertThat(codes(ne(column, "a" + i))).containsExactly("b");
            assertThat(codes(in(column, List.of("b" + i, "x")))).containsExactly("b");
            assertThat(codes(isNull(column))).containsExactly("n");
            assertThat(codes(contains(column, "b"))).containsExactly("b");
        }
    }

    @Test
    default void every_column_can_stand_in_a_tree_of_conditions() {
        stored();
        for (int i = 0; i < ODD.TEXTS.size(); i++) {
            TableField<OddRecord, String> column = ODD.TEXTS.get(i);
            assertThat(codes(or(eq(column, "a" + i), isNull(column))))
                    .as("%s", column)
                    .containsExactly("a", "n");
            assertThat(codes(not(or(eq(column, "a" + i), eq(ODD.CODE, "n"))))).containsExactly("b");
            assertThat(codes(or(between(column, "b", "c"), in(column, List.of("x", "y")))))
                    .containsExactly("b");
        }
    }

    @Test
    default void every_column_can_order_rows() {
        stored();
        for (TableField<OddRecord, String> column : ODD.TEXTS) {
            assertThat(codesOf(odd().findMany(mine(), Order.by(Sort.desc(column)))))
                    .as("%s", column)
                    .containsExactly("b", "a", "n");
            assertThat(codesOf(odd().findMany(mine(), Order.by(Sort.asc(column).withNullsFirst()))))
                    .containsExactly("n", "a", "b");
        }
    }

    @Test
    default void every_column_can_be_asked_for_alone() {
        stored();
        for (int i = 0; i < ODD.TEXTS.size(); i++) {
            TableField<OddRecord, String> column = ODD.TEXTS.get(i);
            OddRecord only = odd().selecting(column)
                    .findOne(mine().and(eq(column, "b" + i)))
                    .orElseThrow();
            assertThat(only.get(column)).as("%s", column).isEqualTo("b" + i);
            assertThat(only.get(ODD.CODE)).isNull();
        }
    }

    @Test
    default void every_column_can_be_updated_alone() {
        stored();
        for (TableField<OddRecord, String> column : ODD.TEXTS) {
            OddRecord now = odd().update(stored("a").with(column, "new")).orElseThrow();
            assertThat(now.get(column)).as("%s", column).isEqualTo("new");
            assertThat(odd().updateWhere(mine().and(eq(column, "new")), new OddRecord().with(column, null)))
                    .isEqualTo(1);
            assertThat(codes(isNull(column))).containsExactly("a", "n");
        }
        assertThat(stored("b").intoList().subList(2, 10)).doesNotContainNull();
    }

    @Test
    default void every_column_can_be_upserted_alone() {
        stored();
        for (TableField<OddRecord, String> column : ODD.TEXTS) {
            OddRecord now = odd().upsert(row("a").with(column, "new"), ODD.BY_CODE);
            assertThat(now.get(column)).as("%s", column).isEqualTo("new");
            assertThat(odd().bulkUpsert(List.of(row("a").with(column, "newer")), ODD.BY_CODE)
                            .updated())
                    .isEqualTo(1);
            assertThat(codes(eq(column, "newer"))).containsExactly("a");
        }
        assertThat(odd().count(mine())).isEqualTo(3);
    }

    @Test
    default void rows_of_a_bulk_may_set_one_odd_column_each() {
        List<OddRecord> rows = ODD.TEXTS.stream()
                .map(column -> row("c" + ODD.TEXTS.indexOf(column)).with(column, "x"))
                .toList();
        BulkResult result = odd().bulkUpsert(rows, ODD.BY_CODE, BulkOptions.splittable());
        assertThat(result.inserted()).isEqualTo(rows.size());
        for (int i = 0; i < ODD.TEXTS.size(); i++) {
            assertThat(codes(eq(ODD.TEXTS.get(i), "x"))).containsExactly("c" + i);
        }
    }

    @Test
    default void every_column_can_choose_what_is_deleted() {
        for (TableField<OddRecord, String> column : ODD.TEXTS) {
            odd().insert(row("x").with(column, "gone"));
            odd().insert(row("y").with(column, "stays"));
            assertThat(odd().deleteWhere(mine().and(eq(column, "gone"))))
                    .as("%s", column)
                    .isEqualTo(1);
            assertThat(odd().deleteWhere(mine().and(or(eq(column, "stays"), eq(column, "gone")))))
                    .isEqualTo(1);
        }
    }

    @Test
    default void pages_follow_each_column() {
        stored();
        for (TableField<OddRecord, String> column : ODD.TEXTS) {
            Order order = Order.by(Sort.asc(column));
            CursoredPage<OddRecord> first = odd().findPage(mine(), order, 2);
            assertThat(codesOf(first.rows())).as("%s", column).containsExactly("a", "b");
            CursoredPage<OddRecord> second =
                    odd().findPageAt(mine(), order, 2, first.next().orElseThrow());
            assertThat(codesOf(second.rows())).containsExactly("n");
        }
    }

    @Test
    default void rows_are_found_by_an_odd_primary_key_and_inserted_once_by_an_odd_key() {
        stored();
        long tenant = items().tenant();
        Long id = stored("a").get(ODD.ID);
        assertThat(odd().getById(tenant, id).get(ODD.CODE)).isEqualTo("a");
        assertThat(odd().exists(mine().and(eq(ODD.ID, id)))).isTrue();
        assertThat(odd().insertIfAbsent(row("a"), ODD.BY_CODE)).isEmpty();
        assertThat(odd().insertIfAbsent(row("z"), ODD.BY_CODE)).isPresent();
        assertThat(odd().upsert(row("zz").with(ODD.ID, id), ODD.PRIMARY).get(ODD.CODE))
                .isEqualTo("zz");
    }

    @Test
    default void a_violated_constraint_with_an_odd_name_is_named() {
        stored();
        Failure.of(dev.dualbase.core.error.DuplicateKeyException.class, () -> odd().insert(row("a")))
                .table("contract_odd")
                .constraint("contract_odd, key");
    }

    @Test
    default void a_document_in_an_odd_column_is_searched() {
        odd().insert(row("a").with(ODD.DOCUMENT, jsonb("{\"x, y\": {\"\\\"z\\\"\": [1, {\"->\": \"v\"}]}}")));
        odd().insert(row("b").with(ODD.DOCUMENT, jsonb("{}")));
        assertThat(codes(jsonTextEq(ODD.DOCUMENT, "v", "x, y", "\"z\"", "1", "->")))
                .containsExactly("a");
        assertThat(codes(jsonContains(ODD.DOCUMENT, jsonb("{\"x, y\": {}}")))).containsExactly("a");
        assertThat(codes(not(jsonContains(ODD.DOCUMENT, jsonb("{\"x, y\": {}}")))))
                .containsExactly("b");
    }
}
