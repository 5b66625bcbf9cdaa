// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The SQL of merges that have been run, so that it is rendered once. */
final class MergeTexts {

    /** Rows may set any choice of columns. A host with so many choices renders again now and then. */
    private static final int MOST = 500;

    private final Map<Shape, String> texts = new ConcurrentHashMap<>();

    Optional<String> find(Shape shape) {
        return Optional.ofNullable(texts.get(shape));
    }

    /** After it was run, and so is right. */
    void keep(Shape shape, String text) {
        if (texts.size() >= MOST) {
            texts.clear();
        }
        texts.put(shape, text);
    }
}
