// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import dev.dualbase.testkit.postgrest.PostgrestServer;
import dev.dualbase.testkit.server.TestServerException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what {@link PostgresTest} says. */
final class PostgresTestExtension
        implements ExecutionCondition,
                BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresTest.class);
    private static final Namespace NAMESPACE = Namespace.create(PostgresTestExtension.class);

    /** Where a method remembers that it runs in the workspace of its class. */
    private static final String SHARED = "shared";

    PostgresTestExtension() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("Decided for the class");
        }
        TestSettings settings = TestSettings.of(context);
        try {
            Declaration declaration = Declaration.of(context);
            if (settings.skipsWithoutServer()) {
                declaration.server();
            }
            if (settings.skipsWithoutPostgrest() && declaration.postgrest().isPresent()) {
                PostgrestServer.require();
            }
            return ConditionEvaluationResult.enabled("What may be missing is there");
        } catch (TestServerException missing) {
            return ConditionEvaluationResult.disabled(missing.getMessage());
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Declaration declaration = Declaration.of(context);
        if (declaration.postgrest().isPresent()) {
            PostgrestServer.require();
        }
        if (declaration.isPerClass()) {
            workspace(declaration, declaration.home());
        } else {
            declaration.server();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        existing(Declaration.of(context).home()).ifPresent(shared -> {
            shared.testBegins();
            context.getStore(NAMESPACE).put(SHARED, shared);
        });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional.ofNullable(context.getStore(NAMESPACE).remove(SHARED, Workspace.class))
                .ifPresent(shared -> settle(context, shared, shared.testEnds()));
        existing(context).ifPresent(own -> settle(context, own, own.end()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (Declaration.of(context).home().equals(context)) {
            existing(context).ifPresent(workspace -> settle(context, workspace, workspace.end()));
        }
    }

    /** Constructors belong to the method that their object is made for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Injection.supports(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Declaration declaration = Declaration.of(context);
        ExtensionContext owner = declaration.isPerClass() ? declaration.home() : methodOf(context);
        return Injection.of(parameter.getParameter().getType(), workspace(declaration, owner));
    }

    private static ExtensionContext methodOf(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "Before and after all methods there is no database, because each method"
                            + " has its own. Ask for it in a method, or declare isolation = DATABASE_PER_CLASS");
        }
        return context;
    }

    private static Workspace workspace(Declaration declaration, ExtensionContext owner) {
        return owner.getStore(NAMESPACE)
                .getOrComputeIfAbsent(owner.getUniqueId(), id -> Workspace.open(declaration), Workspace.class);
    }

    /** The workspace that this context owns. */
    private static Optional<Workspace> existing(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(context.getUniqueId(), Workspace.class));
    }

    private static void settle(ExtensionContext context, Workspace workspace, List<Leak> leaks) {
        boolean failed = !leaks.isEmpty() || hasFailed(context);
        if (TestSettings.of(context).keep().keeps(failed) && workspace.keep()) {
            publish(context, workspace);
        }
        if (!leaks.isEmpty()) {
            throw Leak.asFailure(name(context), leaks);
        }
    }

    private static boolean hasFailed(ExtensionContext context) {
        return context.getExecutionException()
                .filter(failure -> !(failure instanceof TestAbortedException))
                .isPresent();
    }

    private static void publish(ExtensionContext context, Workspace workspace) {
        String url = workspace.database().jdbcUrl().replaceFirst("\\?.*", "");
        LOG.warn(
                "The database of {} is kept: {} for user {}",
                name(context),
                url,
                workspace.database().user());
        context.publishReportEntry("dualbase.database", url);
    }

    private static String name(ExtensionContext context) {
        String type = context.getRequiredTestClass().getSimpleName();
        return context.getTestMethod()
                .map(method -> type + "." + method.getName())
                .orElse(type);
    }
}
