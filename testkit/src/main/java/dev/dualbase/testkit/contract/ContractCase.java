// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.KeyNote;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.repository.BaseRepository;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** What the cases of the contract work with. */
interface ContractCase {
    /** The rows of this case. */
    Items items();

    /** A backend of the same kind whose server cannot be reached; the case closes it. */
    Backend unreachable();

    default <R extends Record> BaseRepository<R> rowsOf(Table<R> table) {
        return new BaseRepository<>(items().backend(), table);
    }

    default ParentRecord parent(String name) {
        return new ParentRecord()
                .with(ParentTable.PARENT.TENANT_ID, items().tenant())
                .with(ParentTable.PARENT.NAME, name);
    }

    /** A capability without which a backend promises less in this case. */
    default boolean promises(Capability capability) {
        boolean promised = items().backend().capabilities().supports(capability);
        if (!promised) {
            items().weakens(capability);
        }
        return promised;
    }

    default ChildRecord child(long parentId) {
        return new ChildRecord()
                .with(ChildTable.CHILD.TENANT_ID, items().tenant())
                .with(ChildTable.CHILD.PARENT_ID, parentId);
    }

    /** Runs a case that needs a capability; a backend without it must refuse what the capability is about. */
    default void given(Capability needed, Body body) throws Exception {
        if (items().backend().capabilities().supports(needed)) {
            body.run();
        } else {
            assertThatThrownBy(() -> use(needed)).isInstanceOf(UnsupportedCapabilityException.class);
            items().refuses(needed);
        }
    }

    /** The simplest use of a capability. */
    private void use(Capability capability) {
        Items items = items();
        switch (capability) {
            case TRANSACTIONS -> items.repository().useTransaction(items::codes);
            case ATOMIC_WRITES -> items.repository().useTransaction(() -> items.store("a"));
            case JSON_NULLS -> items.store("a", ItemTable.ITEM.DATA, JSONB.jsonb("null"));
            case LONG_FILTERS ->
                items.codes(Filters.notIn(
                        ItemTable.ITEM.RANK, IntStream.range(0, 10_000).boxed().toList()));
            case CATALOG -> {
                List<?> described = items.backend().describe(ContractSchema.tables());
                throw new AssertionError("described " + described.size() + " tables");
            }
            case SQL_CONDITIONS -> items.codes(Filters.sql(DSL.trueCondition()));
            case KEY_NOTES -> {
                Write<ItemRecord> write = new Write.Insert<>(
                        ItemTable.ITEM, List.of(items.row("a")), Optional.empty(), new Origin("ContractCase", "use"));
                KeyNote note = new KeyNote(items.row("b"), ItemTable.ITEM.TAGS);
                throw new AssertionError(items.backend().write(new Write.Noted<>(write, note)));
            }
            case ATOMIC_MIXED_BULK ->
                items.repository()
                        .bulkUpsert(List.of(items.row("a"), items.row("b", ItemTable.ITEM.RANK, 1)), Items.BY_CODE);
            case TENANTS -> throw new IllegalArgumentException("a backend without it takes no notice of a tenant");
            case CONSISTENT_STREAMS -> throw new IllegalArgumentException("a weaker stream is a stream all the same");
        }
    }

    /** The part of a case that needs a capability. */
    @FunctionalInterface
    interface Body {
        /** Runs it. */
        void run() throws Exception;
    }
}
