// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.springdata;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.postgresql.util.PGobject;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** JSON from and to what pgjdbc has for it, as the reference of Spring Data JDBC shows. */
final class JsonConverters {

    private JsonConverters() {}

    static List<?> all() {
        return List.of(new Reading(), new ReadingText(), new Writing());
    }

    @ReadingConverter
    static final class Reading implements Converter<PGobject, Json> {
        @Override
        public Json convert(PGobject source) {
            return new Json(Objects.requireNonNull(source.getValue()));
        }
    }

    @ReadingConverter
    static final class ReadingText implements Converter<PGobject, String> {
        @Override
        public String convert(PGobject source) {
            return Objects.requireNonNull(source.getValue());
        }
    }

    @WritingConverter
    static final class Writing implements Converter<Json, PGobject> {
        @Override
        public PGobject convert(Json source) {
            PGobject json = new PGobject();
            json.setType("jsonb");
            try {
                json.setValue(source.text());
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return json;
        }
    }
}
