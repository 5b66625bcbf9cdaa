// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names and addresses of servers, as they stand in a URL: what followed them there would become part of it. */
public final class Hosts {

    private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])";
    private static final Pattern ALONE = Pattern.compile(HOST);
    private static final Pattern WITH_PORT = Pattern.compile("(" + HOST + ")(?::([0-9]{1,5}))?");

    private Hosts() {}

    /** Whether this is one host and nothing else. */
    public static boolean isAlone(String text) {
        return ALONE.matcher(text).matches();
    }

    /**
     * Hosts with commas between them, each as {@code host:port}.
     *
     * @param port of those that have none
     * @return empty if the text is anything else
     */
    public static Optional<List<String>> list(String text, int port) {
        List<String> hosts = Stream.of(text.split(",", -1))
                .map(each -> WITH_PORT.matcher(each.strip()))
                .filter(Matcher::matches)
                .filter(Hosts::hasPossiblePort)
                .map(each -> each.group(1) + ":" + (each.group(2) == null ? port : Integer.parseInt(each.group(2))))
                .toList();
        return Optional.of(hosts).filter(all -> all.size() == text.split(",", -1).length);
    }

    private static boolean hasPossiblePort(Matcher host) {
        int port = host.group(2) == null ? 1 : Integer.parseInt(host.group(2));
        return port >= 1 && port <= 65_535;
    }
}
