// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import java.util.HashMap;
import java.util.Map;
import org.jooq.EnumType;
import org.jspecify.annotations.Nullable;

/** Enums of the database: their literals. */
final class EnumText {

    private EnumText() {}

    static <E extends EnumType> TextCodec<E> codec(Class<E> type) {
        Map<String, E> byLiteral = new HashMap<>();
        for (E constant : type.getEnumConstants()) {
            byLiteral.put(constant.getLiteral(), constant);
        }
        return new PairCodec<>(EnumType::getLiteral, text -> require(byLiteral, text));
    }

    private static <E> E require(Map<String, E> byLiteral, String text) {
        @Nullable E constant = byLiteral.get(text);
        if (constant == null) {
            throw new IllegalArgumentException("unknown literal");
        }
        return constant;
    }
}
