// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.Arrays;

/**
 * What a statement is apart from its values: the key under which it is kept once it is rendered. Tables and columns count
 * by identity, since jOOQ's own comparison of them renders their names.
 */
final class Shape {

    private final Object[] parts;
    private final int hash;

    /** Of markers, tables, columns, flags and numbers, in an order that tells statements apart. */
    Shape(Object[] parts) {
        this.parts = parts;
        this.hash = hash(parts);
    }

    private static int hash(Object[] parts) {
        int hash = 1;
        for (Object part : parts) {
            hash = 31 * hash + (part instanceof Integer ? part.hashCode() : System.identityHashCode(part));
        }
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Shape shape) || hash != shape.hash || parts.length != shape.parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] != shape.parts[i] && !isSameNumber(parts[i], shape.parts[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSameNumber(Object one, Object other) {
        return one instanceof Integer && one.equals(other);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(parts);
    }
}
