// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.schema.LiveColumn;
import dev.dualbase.core.schema.LiveTable;
import dev.dualbase.core.schema.LiveUnique;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call of the function {@code dualbase_describe}. */
final class TableDescriptions {

    static final String FUNCTION = "dualbase_describe";

    private static final JsonFactory JSON = new JsonFactory();

    private TableDescriptions() {}

    /** The arguments of the function as a JSON object. */
    static byte[] body(List<String> tables) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeFieldName("tables");
            Texts.write(json, tables);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return body.toByteArray();
    }

    /**
     * The tables of an answer.
     *
     * @param schema the schema the code has them in
     * @throws ServerErrorException if this is no answer of the function
     */
    static List<LiveTable> read(byte[] answer, Optional<String> schema) {
        try (JsonParser json = JSON.createParser(answer)) {
            json.nextToken();
            return list(json, each -> table(each, schema));
        } catch (IOException malformed) {
            throw new ServerErrorException("the answer of " + FUNCTION + " cannot be read", ErrorInfo.none(), null);
        }
    }

    private static LiveTable table(JsonParser json, Optional<String> schema) throws IOException {
        String name = "";
        List<LiveColumn> columns = List.of();
        List<LiveUnique> uniques = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            switch (member) {
                case "name" -> name = json.getText();
                case "columns" -> columns = list(json, TableDescriptions::column);
                case "uniques" -> uniques = list(json, TableDescriptions::unique);
                default -> json.skipChildren();
            }
        }
        return new LiveTable(schema, name, columns, uniques);
    }

    private static LiveColumn column(JsonParser json) throws IOException {
        String name = "";
        String type = "";
        String base = "";
        boolean nullable = false;
        boolean filled = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            switch (member) {
                case "name" -> name = json.getText();
                case "type" -> type = json.getText();
                case "base" -> base = json.getText();
                case "nullable" -> nullable = json.getBooleanValue();
                case "filled" -> filled = json.getBooleanValue();
                default -> json.skipChildren();
            }
        }
        return new LiveColumn(name, type, base, nullable, filled);
    }

    private static LiveUnique unique(JsonParser json) throws IOException {
        String name = "";
        List<String> columns = new ArrayList<>();
        boolean full = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            switch (member) {
                case "name" -> name = json.getText();
                case "columns" -> {
                    for (@Nullable String column : Texts.read(json)) {
                        columns.add(column == null ? "" : column);
                    }
                }
                case "full" -> full = json.getBooleanValue();
                default -> json.skipChildren();
            }
        }
        return new LiveUnique(name, columns, full);
    }

    /** Reads the array of objects that the parser stands on; null stands for an empty one. */
    private static <T> List<T> list(JsonParser json, Reader<T> reader) throws IOException {
        List<T> items = new ArrayList<>();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return items;
        }
        Texts.require(json, JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Texts.require(json, JsonToken.START_OBJECT);
            items.add(reader.read(json));
        }
        return items;
    }

    private interface Reader<T> {
        T read(JsonParser json) throws IOException;
    }
}
