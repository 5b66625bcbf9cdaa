// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.List;

/**
 * What a statement is apart from its values: the key under which it is kept once it is rendered. Tables and columns count
 * by identity, since jOOQ's own comparison of them renders their names.
 */
final class Shape {

    private final List<Object> parts;
    private final int hash;

    /** Of markers, tables, columns, flags and numbers, in an order that tells statements apart. They must not change. */
    Shape(List<Object> parts) {
        this.parts = parts;
        this.hash = hash(parts);
    }

    private static int hash(List<Object> parts) {
        int hash = 1;
        for (int i = 0; i < parts.size(); i++) {
            Object part = parts.get(i);
            hash = 31 * hash + (part instanceof Integer ? part.hashCode() : System.identityHashCode(part));
        }
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Shape shape) || hash != shape.hash || parts.size() != shape.parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!isSame(parts.get(i), shape.parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Object one, Object other) {
        return one == other || (one instanceof Integer && one.equals(other));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
