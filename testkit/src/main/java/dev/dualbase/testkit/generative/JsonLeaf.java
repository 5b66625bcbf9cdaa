// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.core.filter.Filters;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** Random conditions on a document. */
final class JsonLeaf {
    private final Dice dice;

    JsonLeaf(Dice dice) {
        this.dice = dice;
    }

    Claim on(RandomColumn column, JsonTree near) {
        return dice.oneIn(2) ? contains(column, near) : textAt(column, near);
    }

    private Claim contains(RandomColumn column, JsonTree near) {
        Field<JSONB> field = column.as();
        JsonTree part = RandomJson.partOf(dice, near);
        JSONB document = JSONB.valueOf(part.toString());
        return Claim.on(column, Filters.jsonContains(field, document), value -> ((JsonTree) value).contains(part));
    }

    /** What is not there is NULL, and equal to nothing. */
    private Claim textAt(RandomColumn column, JsonTree near) {
        Field<JSONB> field = column.as();
        List<String> path = RandomJson.pathIn(dice, near);
        String text = Objects.requireNonNullElseGet(near.textAt(path), () -> RandomText.of(dice));
        return new Claim(Filters.jsonTextEq(field, text, path.toArray(String[]::new)), row -> {
            @Nullable Object document = row.get(column);
            @Nullable String found = document == null ? null : ((JsonTree) document).textAt(path);
            return found == null ? Truth.UNKNOWN : Truth.of(found.equals(text));
        });
    }
}
