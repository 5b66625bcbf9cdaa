// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.WeakHashMap;

/** Waits for a text in what one connection says. Where it comes in parts, its first ones pass before it is known. */
final class TextWatch implements Watch {
    private final Direction direction;
    private final String text;
    private final boolean before;
    private final Map<Flow, String> ends = new WeakHashMap<>();

    TextWatch(Direction direction, String text, boolean before) {
        this.direction = direction;
        this.text = new String(text.getBytes(UTF_8), ISO_8859_1);
        this.before = before;
    }

    @Override
    public int look(Flow flow, Piece piece) {
        if (flow.direction() != direction) {
            return NOTHING;
        }
        String end = ends.getOrDefault(flow, "");
        String heard = end + new String(piece.bytes(), ISO_8859_1);
        int start = heard.indexOf(text);
        if (start < 0) {
            ends.put(flow, heard.substring(Math.max(0, heard.length() - text.length() + 1)));
            return NOTHING;
        }
        int begin = start - end.length();
        return before ? Math.max(0, begin) : begin + text.length();
    }
}
