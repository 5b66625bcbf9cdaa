// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One direction of a connection: bytes arrive, wait, and go on in their order, and so does the news that it ends. */
final class Flow {
    private static final int MOST_HELD = 1 << 18;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Direction direction;
    private final SocketChannel source;
    private final SocketChannel sink;
    private final Armory armory;
    private final FrameReader reader;
    private final Deque<Parcel> held = new ArrayDeque<>();
    private final Pace pace = new Pace();
    private int heldBytes;
    private ByteBuffer going = NOTHING;
    private ByteBuffer next = NOTHING;
    private @Nullable Strike due;
    private boolean sourceEnded;
    private long endArrived;
    private long restSince;
    private boolean sinkEnded;

    Flow(Direction direction, SocketChannel source, SocketChannel sink, Armory armory, Conversation conversation) {
        this.direction = direction;
        this.source = source;
        this.sink = sink;
        this.armory = armory;
        this.reader = new FrameReader(conversation, direction);
    }

    Direction direction() {
        return direction;
    }

    /** Takes what has arrived. */
    void read(ByteBuffer scratch) {
        scratch.clear();
        int count;
        try {
            count = source.read(scratch);
        } catch (IOException reset) {
            count = -1;
        }
        if (count < 0) {
            endSource();
        } else if (!sinkEnded) {
            byte[] bytes = new byte[count];
            scratch.flip().get(bytes);
            held.add(new Parcel(bytes, System.nanoTime()));
            heldBytes += count;
        }
    }

    void endSource() {
        sourceEnded = true;
        endArrived = System.nanoTime();
    }

    /** Lets go what may, up to a fault that strikes. Returns how long the next bytes have to wait for their time. */
    long advance(Passage passage, long now, Link link) {
        pace.set(passage.bytesPerSecond(), now);
        while (!sinkEnded && !passage.isHeld()) {
            if (going.hasRemaining()) {
                if (pace.pause(now) > 0) {
                    return pace.pause(now);
                }
                if (!write(now)) {
                    return Passage.NEVER;
                }
            } else if (due != null) {
                Strike strike = due;
                due = null;
                restSince = now;
                armory.strike(strike, link);
                return 0;
            } else {
                long wait = refill(passage, now);
                if (wait > 0) {
                    return wait;
                }
            }
        }
        return Passage.NEVER;
    }

    /** False if the receiver takes no more for now. */
    private boolean write(long now) {
        int count = (int) Math.min(going.remaining(), pace.share());
        try {
            int sent = sink.write(going.slice(going.position(), count));
            going.position(going.position() + sent);
            pace.sent(sent, now);
            return sent > 0;
        } catch (IOException gone) {
            endSink();
            return true;
        }
    }

    /** Makes ready what goes next. Returns how long it has to wait, 0 if something is ready or there is more to look at. */
    private long refill(Passage passage, long now) {
        if (next.hasRemaining()) {
            long wait = passage.wait(restSince, now);
            if (wait == 0) {
                going = next;
                next = NOTHING;
            }
            return wait;
        }
        boolean whole = armory.needsWholeMessages(direction);
        if (!whole) {
            look(reader.rest());
            if (isReady()) {
                return 0;
            }
        }
        Parcel parcel = held.peek();
        if (parcel == null) {
            return end(passage, now);
        }
        long wait = passage.wait(parcel.arrived(), now);
        if (wait == 0) {
            held.remove();
            heldBytes -= parcel.bytes().length;
            look(reader.split(parcel.bytes(), whole));
        }
        return wait;
    }

    private boolean isReady() {
        return going.hasRemaining() || due != null;
    }

    private long end(Passage passage, long now) {
        if (!sourceEnded) {
            return Passage.NEVER;
        }
        long wait = passage.wait(endArrived, now);
        if (wait == 0) {
            look(reader.rest());
            if (!isReady()) {
                endSink();
            }
        }
        return wait;
    }

    /** What comes up to the first fault goes; the rest waits behind it. */
    private void look(List<Piece> pieces) {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        for (Piece piece : pieces) {
            int passing = due == null ? lookAt(piece) : 0;
            first.write(piece.bytes(), 0, passing);
            rest.write(piece.bytes(), passing, piece.bytes().length - passing);
        }
        going = ByteBuffer.wrap(first.toByteArray());
        next = ByteBuffer.wrap(rest.toByteArray());
    }

    private int lookAt(Piece piece) {
        Hit hit = armory.look(this, piece);
        if (hit == null) {
            return piece.bytes().length;
        }
        due = hit.strike();
        return hit.passing();
    }

    /** Forgets a fault whose moment has not quite come. */
    void disarm() {
        due = null;
    }

    /** Tells the receiver that nothing more comes, and forgets what was for it. */
    void endSink() {
        sinkEnded = true;
        held.clear();
        heldBytes = 0;
        going = NOTHING;
        next = NOTHING;
        due = null;
        try {
            if (sink.isConnected()) {
                sink.shutdownOutput();
            }
        } catch (IOException gone) {
            // it knows
        }
    }

    boolean wantsRead() {
        return !sourceEnded && heldBytes < MOST_HELD;
    }

    boolean wantsWrite(Passage passage, long now) {
        return going.hasRemaining() && !passage.isHeld() && pace.pause(now) == 0;
    }

    boolean hasSource() {
        return !sourceEnded;
    }

    boolean isOver() {
        return sourceEnded && sinkEnded;
    }
}
