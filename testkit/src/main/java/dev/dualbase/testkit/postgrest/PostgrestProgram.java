// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How to run PostgREST. It takes its settings from the environment: a command line is seen by everybody.
 *
 * @param name for people
 * @param killable whether its process is PostgREST itself, and may end at once; asked politely, it waits for its requests
 */
record PostgrestProgram(String name, boolean killable, CommandLine commandLine) {
    /** A binary. What it is given as its file of settings is empty: the path tells whose process it is. */
    static PostgrestProgram binary(Path file) {
        return new PostgrestProgram(
                file.toString(), true, (data, variables) -> List.of(file.toString(), data + "/empty.conf"));
    }

    /** An image of Docker. The client stays in the foreground, and hands on the signal to end. */
    static PostgrestProgram image(Path docker, String image) {
        return new PostgrestProgram("the Docker image " + image, false, (data, variables) -> {
            List<String> command = new ArrayList<>(List.of(docker.toString(), "run", "--rm", "--network", "host"));
            command.addAll(List.of("--label", "dev.dualbase.folder=" + data));
            variables.forEach(name -> command.addAll(List.of("--env", name)));
            command.add(image);
            return command;
        });
    }

    /** The words of a command. */
    @FunctionalInterface
    interface CommandLine {
        /**
         * Writes it down.
         *
         * @param data a folder that it must name
         * @param variables the names of the environment variables that the process needs
         */
        List<String> of(Path data, Collection<String> variables);
    }

    @Override
    public String toString() {
        return name;
    }
}
