// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import dev.dualbase.testkit.postgrest.PostgrestOptions;
import dev.dualbase.testkit.postgrest.WithPostgrest;
import dev.dualbase.testkit.server.PostgresServer;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A {@link PostgresTest} and the class that carries it.
 *
 * @param home the context of that class; a nested class without an annotation belongs to the one around it
 */
record Declaration(PostgresTest values, ExtensionContext home) {
    static Declaration of(ExtensionContext context) {
        return around(context)
                .flatMap(candidate ->
                        declared(candidate).map(values -> new Declaration(values, outermost(candidate))).stream())
                .findFirst()
                .orElseThrow(() -> new ExtensionConfigurationException("The class needs the annotation @PostgresTest"));
    }

    private static Stream<ExtensionContext> around(ExtensionContext context) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, child -> child.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream);
    }

    private static Optional<PostgresTest> declared(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getTestClass(), PostgresTest.class);
    }

    /** Methods, and repetitions of a class, have contexts with its class too. */
    private static ExtensionContext outermost(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getTestClass().equals(context.getTestClass()))
                .map(Declaration::outermost)
                .orElse(context);
    }

    boolean isPerClass() {
        return values.isolation() == TestIsolation.DATABASE_PER_CLASS;
    }

    /** What a {@link WithPostgrest} beside it asks for. */
    Optional<PostgrestOptions> postgrest() {
        return AnnotationSupport.findAnnotation(home.getTestClass(), WithPostgrest.class)
                .map(wanted -> PostgrestOptions.defaults()
                        .withMaxRows(wanted.maxRows())
                        .withSchemas(wanted.schemas()));
    }

    /** Over JDBC, unless the class says otherwise. */
    BackendSource backend() {
        return values.backend() == BackendSource.class
                ? (database, jdbc) -> jdbc
                : ReflectionSupport.newInstance(values.backend());
    }

    SchemaSource schema() {
        List<SchemaSource> given = new ArrayList<>();
        if (values.migrations().length > 0) {
            given.add(SchemaSource.migrations(values.migrations()));
        }
        if (!values.script().isEmpty()) {
            given.add(SchemaSource.sql(values.script()));
        }
        if (values.schema() != SchemaSource.class) {
            given.add(ReflectionSupport.newInstance(values.schema()));
        }
        if (given.size() > 1) {
            throw new ExtensionConfigurationException("@PostgresTest takes one of migrations, script and schema");
        }
        return given.isEmpty() ? SchemaSource.none() : given.get(0);
    }

    /**
     * The server, started if need be.
     *
     * @throws TestServerException if there is none, with what can be done about it
     */
    PostgresServer server() {
        if (values.server().length == 0) {
            return PostgresServers.shared();
        }
        List<TestServerException> refusals = new ArrayList<>();
        for (ServerKind kind : values.server()) {
            try {
                return PostgresServers.shared(kind);
            } catch (TestServerException refusal) {
                refusals.add(refusal);
            }
        }
        TestServerException last = refusals.remove(refusals.size() - 1);
        refusals.forEach(last::addSuppressed);
        throw last;
    }
}
