// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.jdbc.JdbcBackend;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scenario 30: two failures are no agreement, and no report holds a value. */
class ComparisonTest {
    private static final String PHONE = "79001234567";
    private static final Field<String> PHONE_COLUMN = field(name("phone"), String.class);
    private static final Field<String[]> TAGS = field(name("tags"), String[].class);

    private final JdbcBackend left = unreachable("left");
    private final JdbcBackend right = unreachable("right");
    private final Comparison comparison = Comparison.of(left, right);

    @AfterEach
    void close() {
        left.close();
        right.close();
    }

    @Test
    void equal_answers_agree() {
        ask(List.of(row(PHONE, "a", "b"), row("2")), List.of(row(PHONE, "a", "b"), row("2")));
        ask(Optional.empty(), Optional.empty());
        ask(null, null);
        ask(Map.of("a", new long[] {1}), Map.of("a", new long[] {1}));
        assertThat(comparison.disagreements()).isEmpty();
        assertThatCode(comparison::assertAgreement).doesNotThrowAnyException();
    }

    @Test
    void rows_are_compared_column_by_column() {
        ask(List.of(row("1"), row(PHONE, "a")), List.of(row("1"), row("2", "b")));
        assertThat(differences())
                .containsExactly(
                        "row 2, column phone: the values differ", "row 2, column tags, element 1: the values differ");
    }

    @Test
    void lists_are_compared_in_order() {
        ask(List.of(row("1"), row("2")), List.of(row("2"), row("1"), row("3")));
        assertThat(differences())
                .containsExactly(
                        "2 and 3 of them",
                        "row 1, column phone: the values differ",
                        "row 2, column phone: the values differ");
    }

    @Test
    void nothing_and_null_differ_from_something() {
        ask(Optional.of(row(PHONE)), Optional.empty());
        ask(row(null), row(PHONE));
        assertThat(differences()).containsExactly("the right has nothing", "column phone: the left has nothing");
    }

    @Test
    void columns_that_only_one_side_has_are_told() {
        ask(row(null), DSL.using(SQLDialect.POSTGRES).newRecord(PHONE_COLUMN));
        assertThat(differences()).containsExactly("column tags: the right has no such column");
    }

    @Test
    void records_maps_sets_and_types_are_compared_without_telling_values() {
        ask(new Page(1, PHONE), new Page(1, "2"));
        ask(Map.of(PHONE, 1), Map.of("2", 1));
        ask(Set.of(PHONE), Set.of());
        ask(1L, 1);
        ask(new BigDecimal("1.0"), new BigDecimal("1.00"));
        assertThat(differences())
                .containsExactly(
                        "content: the values differ",
                        "keys: 1 only on the left, 1 only on the right",
                        "1 only on the left, 0 only on the right",
                        "Long and Integer",
                        "the values differ");
    }

    record Page(int number, String content) {}

    @Test
    void an_error_on_one_side_is_a_disagreement() {
        comparison.ask("findByPhone", backend -> {
            if (backend.id().equals("right")) {
                throw new IllegalStateException("No client with the phone " + PHONE);
            }
            return PHONE;
        });
        assertThat(differences()).containsExactly("only the right failed, with IllegalStateException");
    }

    @Test
    void the_same_error_on_both_sides_is_a_disagreement_too() {
        comparison.ask("findByPhone", backend -> {
            throw new ConnectionFailureException("gone");
        });
        assertThat(differences())
                .singleElement()
                .asString()
                .startsWith("both failed, the left with ConnectionFailureException");
    }

    @Test
    void the_report_names_the_question_and_no_value() {
        ask(List.of(row(PHONE, "secret")), List.of(row("2", "other")));
        assertThatThrownBy(comparison::assertAgreement)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("left and right do not agree:\nfindByPhone:\n  row 1, column phone")
                .hasMessageNotContaining(PHONE)
                .hasMessageNotContaining("secret");
    }

    private void ask(Object ofLeft, Object ofRight) {
        comparison.ask("findByPhone", backend -> backend.id().equals("left") ? ofLeft : ofRight);
    }

    private List<String> differences() {
        return comparison.disagreements().stream()
                .flatMap(disagreement -> disagreement.differences().stream())
                .toList();
    }

    private static Record row(String phone, String... tags) {
        Record row = DSL.using(SQLDialect.POSTGRES).newRecord(PHONE_COLUMN, TAGS);
        row.set(PHONE_COLUMN, phone);
        row.set(TAGS, tags);
        return row;
    }

    /** Only its name counts here. */
    private static JdbcBackend unreachable(String id) {
        return JdbcBackend.builder(id).url("jdbc:postgresql://localhost:1/none").build();
    }
}
