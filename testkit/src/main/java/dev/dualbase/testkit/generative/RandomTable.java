// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Binding;
import org.jooq.DataType;
import org.jooq.Identity;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/** A table with random columns and two keys. */
final class RandomTable extends TableImpl<Record> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<RandomColumn> columns = new ArrayList<>();
    private final transient RandomKey primary;
    private final transient RandomKey second;

    RandomTable(String name, List<ColumnPlan> plans, List<Integer> primaryColumns, List<Integer> secondColumns) {
        super(DSL.name(name));
        plans.forEach(this::add);
        primary = key(name + " pk", primaryColumns);
        second = key(name + " uk", secondColumns);
    }

    private void add(ColumnPlan plan) {
        columns.add(new RandomColumn(
                columns.size(), field(plan, plan.type(), plan.kind().binding()), plan));
    }

    @SuppressWarnings("unchecked") // a kind's binding is one for its type
    private <T> TableField<Record, T> field(ColumnPlan plan, DataType<T> type, @Nullable Binding<?, ?> binding) {
        return binding == null
                ? createField(DSL.name(plan.name()), type, this)
                : createField(DSL.name(plan.name()), type, this, "", (Binding<T, T>) binding);
    }

    private RandomKey key(String name, List<Integer> places) {
        List<RandomColumn> ofKey = places.stream().map(columns::get).toList();
        @SuppressWarnings("unchecked") // made above
        TableField<Record, ?>[] fields = ofKey.stream().map(RandomColumn::field).toArray(TableField[]::new);
        return new RandomKey(Internal.createUniqueKey(this, DSL.name(name), fields), ofKey);
    }

    List<RandomColumn> columns() {
        return columns;
    }

    List<RandomColumn> columns(Trait trait) {
        return columns.stream().filter(column -> column.has(trait)).toList();
    }

    List<RandomKey> keys() {
        return List.of(primary, second);
    }

    RandomKey primary() {
        return primary;
    }

    String ddl() {
        String parts = columns.stream().map(column -> column.plan().ddl()).collect(Collectors.joining(",\n    "));
        return "create table " + Names.quoted(getName()) + " (\n    " + parts + ",\n    " + primary.ddl("primary key")
                + ",\n    " + second.ddl("unique") + "\n);\n";
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return primary.key();
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(second.key());
    }

    @Override
    public @Nullable Identity<Record, ?> getIdentity() {
        return columns.stream()
                .filter(column -> column.plan().identity())
                .map(column -> Internal.createIdentity(this, column.field()))
                .findFirst()
                .orElse(null);
    }
}
