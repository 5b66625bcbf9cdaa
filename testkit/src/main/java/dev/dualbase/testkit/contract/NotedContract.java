// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;
import static dev.dualbase.testkit.contract.ParentTable.PARENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.KeyNote;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.error.DuplicateKeyException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Writes that note the keys of their rows in another table. Here that is the one of the items. */
interface NotedContract extends ContractCase {
    private ParentRecord insertNoted(ParentRecord row, String code) {
        return items().backend().write(noted(row, code)).rows().get(0);
    }

    private Write<ParentRecord> noted(ParentRecord row, String code) {
        return new Write.Noted<>(
                new Write.Insert<>(PARENT, List.of(row), Optional.empty(), new Origin("NotedContract", "case")),
                new KeyNote(items().row(code), ITEM.TAGS));
    }

    @Test
    default void a_write_notes_the_key_of_its_row_in_another_table() throws Exception {
        given(Capability.KEY_NOTES, () -> {
            ParentRecord stored = insertNoted(parent("a"), "note");
            assertThat(items().stored("note").get(ITEM.TAGS))
                    .containsExactly(
                            stored.get(PARENT.TENANT_ID).toString(),
                            stored.get(PARENT.ID).toString());
        });
    }

    @Test
    default void a_write_that_fails_leaves_no_note_and_a_note_that_fails_no_write() throws Exception {
        given(Capability.KEY_NOTES, () -> {
            ParentRecord stored = insertNoted(parent("a"), "note");
            ParentRecord twin = parent("b").with(PARENT.ID, stored.get(PARENT.ID));
            assertThatThrownBy(() -> insertNoted(twin, "other")).isInstanceOf(DuplicateKeyException.class);
            assertThatThrownBy(() -> insertNoted(parent("c"), "note")).isInstanceOf(DuplicateKeyException.class);
            assertThat(items().codes()).containsExactly("note");
            assertThat(rowsOf(PARENT).count(eq(PARENT.TENANT_ID, items().tenant())))
                    .isEqualTo(1);
        });
    }
}
