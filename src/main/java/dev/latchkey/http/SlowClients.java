package dev.latchkey.http;

import io.netty.channel.EventLoop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Cuts off whoever lets one event loop wait too long, in one sweep over its connections instead of
 * a timer for each request. Everything here runs on that loop.
 */
final class SlowClients {
    private static final long SLOWEST_TICK = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long FASTEST_TICK = TimeUnit.MILLISECONDS.toNanos(10);

    private final Set<Conversation> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final long tick;
    private long swept = System.nanoTime();

    private SlowClients(long tick) {
        this.tick = tick;
    }

    /** Starts the sweep. Its tick is an eighth of the shortest time-out, at most half a second. */
    static SlowClients on(EventLoop loop, DoorSettings settings) {
        var shortest =
                Stream.of(settings.headerTimeout(), settings.bodyTimeout(), settings.idleTimeout())
                        .min(Duration::compareTo)
                        .orElseThrow();
        var clients =
                new SlowClients(Math.clamp(shortest.toNanos() / 8, FASTEST_TICK, SLOWEST_TICK));
        loop.scheduleAtFixedRate(clients::sweep, clients.tick, clients.tick, TimeUnit.NANOSECONDS);
        return clients;
    }

    /** Not before the real {@link System#nanoTime}, so that nobody is cut off early. */
    long now() {
        return swept + tick;
    }

    void add(Conversation conversation) {
        open.add(conversation);
    }

    void remove(Conversation conversation) {
        open.remove(conversation);
    }

    /** Ends the connections between requests; the others end with their answers. */
    void drain() {
        for (var conversation : List.copyOf(open)) {
            conversation.closeIfIdle();
        }
    }

    private void sweep() {
        swept = System.nanoTime();
        var late = new ArrayList<Conversation>();
        for (var conversation : open) {
            if (conversation.patience().isOver(swept)) {
                late.add(conversation);
            }
        }
        late.forEach(Conversation::cutOff);
    }
}
