// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.schema.LiveTable;
import dev.dualbase.supabase.rest.Request.Verb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Table;

/** Asks the function that describes tables. */
record Describer(RestClient client, RestSettings settings) {

    private static final String PATH = "/rpc/" + TableDescriptions.FUNCTION;

    /** The tables that there are, each with the schema it was generated from. */
    List<LiveTable> describe(Collection<? extends Table<?>> tables) {
        Map<Optional<String>, List<Table<?>>> bySchema = new LinkedHashMap<>();
        tables.forEach(table -> bySchema.computeIfAbsent(LiveTable.schemaOf(table), any -> new ArrayList<>())
                .add(table));
        List<LiveTable> found = new ArrayList<>();
        bySchema.forEach((schema, those) -> found.addAll(describe(schema, those)));
        return found;
    }

    private List<LiveTable> describe(Optional<String> schema, List<Table<?>> tables) {
        byte[] body = TableDescriptions.body(tables.stream().map(Table::getName).toList());
        String where = Target.of(tables.get(0), settings.schema()).schema();
        Request request = new Request(Verb.POST, PATH, new QueryString(), List.of(), body, null, where, null);
        return TableDescriptions.read(client.send(request).body(), schema);
    }
}
