// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.StorageException;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;

/** Names the column whose text is not JSON, which the server does not. */
final class JsonColumn {

    /** The name of the type, in the message's own words: it is the same in every language, and a value stands in quotes. */
    private static final Pattern NAMES_JSON = Pattern.compile("[^\\n\"]*\\bjson\\b.*", Pattern.DOTALL);

    private JsonColumn() {}

    /** The same failure, at the one JSON column that was written; as it is, if there are none or several. */
    static StorageException named(InvalidValueException failure, List<Field<?>> written) {
        List<Field<?>> candidates = written.stream().filter(JsonColumn::isJson).toList();
        if (candidates.size() != 1 || failure.column().isPresent() || !isAboutJson(failure)) {
            return failure;
        }
        return new InvalidValueException(
                "the text is not JSON",
                failure.info()
                        .at(failure.table().orElse(null), candidates.get(0).getName()),
                failure.getCause());
    }

    private static boolean isAboutJson(InvalidValueException failure) {
        return failure.sqlState().filter("22P02"::equals).isPresent()
                && NAMES_JSON.matcher(failure.sensitiveDetail().orElse("")).matches();
    }

    private static boolean isJson(Field<?> column) {
        return column.getType() == JSONB.class || column.getType() == JSON.class;
    }
}
