// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.Sequence;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GenerationTest {
    private static final String PACKAGE = "sample.schema";

    @TempDir
    private static Path folder;

    private ClassLoader types = ClassLoader.getSystemClassLoader();

    @BeforeAll
    void generate_and_compile() throws Exception {
        generateInto(folder.resolve("sources"));
        types = Compilation.of(folder.resolve("sources"), folder.resolve("classes"));
    }

    @Test
    void everything_lies_in_one_package() throws IOException {
        assertThat(names()).contains("Tables", "Keys", "Sequences", "PublicSchema", "ClientsTable", "ClientsRecord");
        assertThat(names()).contains("MoodEnum", "KeysTable", "KeysRecord", "TablesTable", "StrangeNameTable");
        try (Stream<Path> tree = Files.walk(folder.resolve("sources"))) {
            assertThat(tree.filter(Files::isRegularFile))
                    .allMatch(file -> file.getParent().endsWith("sample/schema"));
        }
    }

    @Test
    void partitions_routines_and_what_is_excluded_are_left_out() throws IOException {
        assertThat(names())
                .contains("MessagesTable", "RecentClientsTable")
                .noneMatch(name ->
                        name.matches("Messages[0-9_].*|MessagesDefault.*|Flyway.*|Secrets.*|No.*|.*Catalog|Indexes"));
    }

    @Test
    void a_table_with_the_name_of_another_class_is_a_table() throws Exception {
        assertThat(table("KEYS").fields()).extracting(Field::getName).containsExactly("id", "keys");
        assertThat(table("TABLES").getName()).isEqualTo("tables");
    }

    @Test
    void columns_have_the_types_of_java() throws Exception {
        Map.of(
                        "company_id", Long.class,
                        "tags", String[].class,
                        "visits", Integer[].class,
                        "extra", JSONB.class,
                        "born", LocalDate.class,
                        "wakes_at", LocalTime.class,
                        "visited_at", LocalDateTime.class,
                        "seen_at", OffsetDateTime.class)
                .forEach((column, type) ->
                        assertThat(clients().field(column).getType()).isEqualTo(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"born", "wakes_at", "visited_at", "seen_at"})
    void times_are_bound_by_core(String column) {
        assertThat(clients().field(column).getBinding().getClass().getPackageName())
                .isEqualTo("dev.dualbase.core.type");
    }

    @Test
    void no_source_knows_the_times_of_jdbc() throws IOException {
        assertThat(sources(folder.resolve("sources")).values()).noneMatch(source -> source.contains("java.sql"));
    }

    @Test
    void keys_keep_names_and_order() {
        assertThat(clients().getKeys())
                .extracting(key -> key.getName()
                        + key.getFields().stream().map(Field::getName).toList())
                .containsExactlyInAnyOrder("clients_pkey[company_id, id]", "clients_phone_key[company_id, phone]");
    }

    @Test
    void foreign_keys_find_their_target() throws Exception {
        assertThat(table("BOOKINGS").getReferences()).singleElement().satisfies(reference -> {
            assertThat(reference.getKey()).isEqualTo((UniqueKey<?>) clients().getPrimaryKey());
            assertThat(reference.getName()).isEqualTo("bookings_client_fkey");
        });
    }

    @Test
    void identities_are_known() throws Exception {
        assertThat(clients().getIdentity().getField().getName()).isEqualTo("id");
        assertThat(table("MESSAGES").getIdentity().getField().getName()).isEqualTo("id");
    }

    @Test
    void comments_are_kept_for_the_reader_and_at_run_time() throws IOException {
        assertThat(clients().getComment()).startsWith("People who come & pay").endsWith("*/ end");
        assertThat(sources(folder.resolve("sources")).get("ClientsRecord.java"))
                .contains("As dialled, without", "&#64;since the beginning", "C:&#92;users");
    }

    @Test
    void sequences_are_known() throws Exception {
        assertThat(constant("Sequences", "RECEIPTS")).isInstanceOf(Sequence.class);
    }

    @Test
    void a_host_may_keep_the_tables_in_another_schema() {
        Settings elsewhere = new Settings()
                .withRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema().withInput("public").withOutput("salon")));
        assertThat(DSL.using(SQLDialect.POSTGRES, elsewhere).render(clients())).isEqualTo("\"salon\".\"clients\"");
    }

    @Test
    void the_output_is_the_same_every_time() throws Exception {
        Path again = folder.resolve("again");
        generateInto(again);
        assertThat(sources(again)).isEqualTo(sources(folder.resolve("sources")));
    }

    private void generateInto(Path directory) throws Exception {
        SchemaSource schema = SchemaSource.migrations("db/small");
        try (TestDatabase database = PostgresServers.shared().createDatabase(schema)) {
            new Generation(Selection.of("public", List.of(), List.of("secrets")), new Output(directory, PACKAGE))
                    .run(database.dataSource());
        }
    }

    private List<String> names() throws IOException {
        return sources(folder.resolve("sources")).keySet().stream()
                .map(name -> name.replace(".java", ""))
                .toList();
    }

    private static Map<String, String> sources(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            Map<String, String> sources = new TreeMap<>();
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                sources.put(file.getFileName().toString(), Files.readString(file));
            }
            return sources;
        }
    }

    private Table<?> clients() {
        try {
            return table("CLIENTS");
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Table<?> table(String constant) throws ReflectiveOperationException {
        return (Table<?>) constant("Tables", constant);
    }

    private Object constant(String type, String name) throws ReflectiveOperationException {
        return types.loadClass(PACKAGE + "." + type).getField(name).get(null);
    }
}
