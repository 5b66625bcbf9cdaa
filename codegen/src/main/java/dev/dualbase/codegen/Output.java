// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.codegen;

import java.nio.file.Path;

/** Where the generated sources go: a source root, and the one package in it. */
record Output(Path directory, String packageName) {
    Path packageDirectory() {
        return directory.resolve(packageName.replace('.', '/'));
    }
}
