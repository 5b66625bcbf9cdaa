// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.codegen;

import java.util.List;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.OnError;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/** Tables, records, keys and sequences with their comments; the same output for the same schema on every machine. */
final class JooqSettings {
    private static final String BINDINGS = "dev.dualbase.core.type.";

    private JooqSettings() {}

    static Configuration of(Selection selection, Output output) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withOnUnused(OnError.SILENT)
                .withGenerator(new Generator()
                        .withStrategy(new Strategy().withName(FlatStrategy.class.getName()))
                        .withDatabase(database(selection))
                        .withGenerate(generate())
                        .withTarget(target(output)));
    }

    private static Target target(Output output) {
        return new Target()
                .withPackageName(output.packageName())
                .withDirectory(output.directory().toString())
                .withEncoding("UTF-8")
                .withLocale("en")
                .withClean(true);
    }

    private static Database database(Selection selection) {
        return new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema(selection.schema())
                .withIncludes(selection.includes())
                .withExcludes(selection.excludes())
                .withIncludeRoutines(false)
                .withIncludeTriggerRoutines(false)
                .withIncludeIndexes(false)
                .withIncludeCheckConstraints(false)
                .withTableValuedFunctions(false)
                .withForcedTypes(temporalTypes());
    }

    /** jOOQ reads these through java.sql.Timestamp and its kin, unless somebody else does. */
    private static List<ForcedType> temporalTypes() {
        return List.of(
                bound("LocalDateTime", "(?i:timestamp(\\s*\\(\\d+\\))?(\\s+without time zone)?)"),
                bound(
                        "OffsetDateTime",
                        "(?i:timestamptz(\\s*\\(\\d+\\))?|timestamp(\\s*\\(\\d+\\))?\\s+with time zone)"),
                bound("LocalDate", "(?i:date)"),
                bound("LocalTime", "(?i:time(\\s*\\(\\d+\\))?(\\s+without time zone)?)"));
    }

    private static ForcedType bound(String type, String columns) {
        return new ForcedType()
                .withUserType("java.time." + type)
                .withBinding(BINDINGS + type + "Binding")
                .withIncludeTypes(columns);
    }

    private static Generate generate() {
        return plain(new Generate())
                .withRecords(true)
                .withKeys(true)
                .withSequences(true)
                .withComments(true)
                .withJavadoc(true)
                .withJavaTimeTypes(true)
                .withFluentSetters(true)
                .withGlobalTableReferences(true)
                .withGlobalKeyReferences(true)
                .withGlobalSequenceReferences(true);
    }

    /** What jOOQ adds by itself, and nobody needs here: every class less is one less to load and to read. */
    private static Generate plain(Generate generate) {
        return generate.withIndexes(false)
                .withPojos(false)
                .withDaos(false)
                .withRoutines(false)
                .withUdtPaths(false)
                .withDefaultCatalog(false)
                .withGlobalCatalogReferences(false)
                .withGlobalSchemaReferences(false)
                .withGlobalIndexReferences(false)
                .withGlobalRoutineReferences(false)
                .withGlobalUDTReferences(false)
                .withImplicitJoinPathsToOne(false)
                .withImplicitJoinPathsToMany(false)
                .withImplicitJoinPathTableSubtypes(false)
                .withWhereMethodOverrides(false)
                .withRenameMethodOverrides(false)
                .withVarargSetters(false)
                .withSources(false)
                .withGeneratedAnnotation(false)
                .withJooqVersionReference(false)
                .withNonnullAnnotation(false)
                .withNullableAnnotation(false);
    }
}
