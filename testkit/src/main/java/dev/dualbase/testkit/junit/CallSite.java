// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import java.util.List;

/** Finds the line of a host's code in a stack. */
final class CallSite {
    private static final List<String> LIBRARIES =
            List.of("dev.dualbase.core.", "java.", "javax.", "jdk.", "org.jooq.", "com.zaxxer.");

    private CallSite() {}

    /** The nearest line that called a class of ours and is not a library's, such as {@code FooTest.java:12}. */
    static String calling(Class<?> ours, StackTraceElement[] stack) {
        String site = "an unknown place";
        for (int i = stack.length - 1; i >= 0; i--) {
            if (stack[i].getClassName().startsWith(ours.getName())) {
                return site;
            }
            if (LIBRARIES.stream().noneMatch(stack[i].getClassName()::startsWith)) {
                site = stack[i].toString();
            }
        }
        return site;
    }
}
