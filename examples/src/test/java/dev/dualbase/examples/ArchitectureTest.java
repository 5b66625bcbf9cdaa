// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which module may know which, no package on an import cycle, and no names that say nothing. */
class ArchitectureTest {
    private static final String ROOT = "dev.dualbase";

    /** What each module may know besides itself. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "core", Set.of(),
            "testkit", Set.of("core"),
            "codegen", Set.of("core", "testkit"),
            "repositories", Set.of("core"),
            "supabase", Set.of("core"),
            "timeweb", Set.of("core"));

    private static final Set<String> LIBRARY = ARROWS.keySet();

    /** Modules that may know everything, and that nothing may know. */
    private static final Set<String> HOSTS = Set.of("examples", "benchmarks");

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    @ParameterizedTest
    @ValueSource(strings = {"core", "testkit", "codegen", "repositories", "supabase", "timeweb", "examples"})
    void every_module_is_read(String module) {
        assertThat(CLASSES).anyMatch(resideInAPackage(tree(module)));
    }

    @Test
    void every_module_has_its_arrows() {
        assertThat(CLASSES)
                .extracting(ArchitectureTest::moduleOf)
                .isSubsetOf(Stream.of(LIBRARY, HOSTS).flatMap(Set::stream).toList());
    }

    @ParameterizedTest
    @FieldSource("LIBRARY")
    void a_module_knows_only_what_its_arrows_allow(String module) {
        String[] known = Stream.concat(Stream.of(module), ARROWS.get(module).stream())
                .map(ArchitectureTest::tree)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(tree(module))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(resideOutsideOfPackages(known)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void no_package_lies_on_an_import_cycle() {
        slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Managers?|Helpers?)")
                .orShould()
                .resideInAnyPackage("..util..", "..utils..", "..impl..")
                .check(CLASSES);
    }

    private static String tree(String module) {
        return ROOT + "." + module + "..";
    }

    private static String moduleOf(JavaClass type) {
        return type.getPackageName().substring(ROOT.length() + 1).split("\\.", 2)[0];
    }

    private static final class ByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
