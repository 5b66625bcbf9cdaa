// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Acceptance scenario 29: what the compiler refuses. */
class IdKindsTest {

    @TempDir
    private Path classes;

    @Test
    void theKindsThatAreAskedForCompile() {
        assertThat(compile("clients.findByYclientsId(CompanyId.of(962302), ClientId.of(1))"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clients.findByYclientsId(962302L, ClientId.of(1))",
                "clients.findByYclientsId(StaffId.of(962302), ClientId.of(1))",
                "clients.findByYclientsId(CompanyId.of(962302), 60006L)",
                "clients.findByYclientsId(CompanyId.of(962302), StaffId.of(1))",
                "clients.findByYclientsId(ClientId.of(1), CompanyId.of(962302))",
                "clients.findByPhone(CompanyId.of(962302), \"79000000001\")"
            })
    void scenario29AnotherKindOfIdDoesNotCompile(String call) {
        assertThat(compile(call)).contains("incompatible types");
    }

    private String compile(String call) {
        String source = "import dev.dualbase.repositories.*; import dev.dualbase.repositories.id.*;"
                + "class Host { Object call(ClientRepository clients) { return " + call + "; } }";
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"), "-d", classes.toString());
        compiler.getTask(messages, null, null, options, null, List.of(new Source(source)))
                .call();
        return messages.toString();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Host.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
