// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds the fingerprint of the input of the last run, beside the directory of its output. */
record Stamp(Output output) {
    boolean isFresh(String fingerprint) throws IOException {
        return Files.isRegularFile(file())
                && Files.isDirectory(output.packageDirectory())
                && Files.readString(file()).equals(fingerprint);
    }

    void write(String fingerprint) throws IOException {
        Files.createDirectories(output.directory());
        Files.writeString(file(), fingerprint);
    }

    private Path file() {
        return output.directory().resolveSibling(output.packageName() + ".stamp");
    }
}
