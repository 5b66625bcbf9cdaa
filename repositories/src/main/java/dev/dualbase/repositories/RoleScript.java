// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The scripts about roles and their rights on the class path. */
final class RoleScript {

    private RoleScript() {}

    static String read(String name) {
        String resource = "/db/roles/" + name;
        try (InputStream in = RoleScript.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
