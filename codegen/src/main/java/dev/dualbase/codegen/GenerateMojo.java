// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.codegen;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Generates jOOQ types from the migrations of a project. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
    /** Called by Maven. */
    public GenerateMojo() {}

    @Override
    public void execute() {
        getLog().debug("Nothing to generate yet");
    }
}
