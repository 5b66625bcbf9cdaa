// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The public methods of the repositories, by reflection. */
final class PublicMethods {

    private PublicMethods() {}

    /** The methods of {@link SalonRepositories} that answer with a repository. */
    static List<Method> accessors() {
        return Stream.of(SalonRepositories.class.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method ->
                        method.getReturnType().getPackageName().startsWith(SalonRepositories.class.getPackageName()))
                .toList();
    }

    /** The classes of all repositories. */
    static List<Class<?>> repositories() {
        return accessors().stream().<Class<?>>map(Method::getReturnType).toList();
    }

    /** The public methods of an instance, those that it inherits from a repository included. */
    static Stream<Method> of(Class<?> repository) {
        return Stream.of(repository.getMethods())
                .filter(method -> !method.getDeclaringClass().equals(Object.class))
                .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()));
    }

    /**
     * The names of the methods that labels leave out, one for each overload. A label is the name of a method, or begins
     * with it and a space. Of the two overloads of {@code findById} a table has only one that can succeed.
     */
    static List<String> missing(Class<?> repository, Predicate<Method> wanted, Collection<String> labels) {
        List<String> missing = new ArrayList<>(of(repository)
                .filter(wanted.and(
                        method -> !List.of(method.getParameterTypes()).contains(UUID.class)
                                || !method.getName().equals("findById")))
                .map(Method::getName)
                .toList());
        labels.forEach(label -> missing.remove(label.split(" ")[0]));
        return missing;
    }
}
