package dev.latchkey.http;

import io.netty.channel.EventLoop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Cuts off whoever lets one event loop wait too long, in one sweep over its connections instead of
 * a timer for each request. Everything here runs on that loop.
 */
final class SlowClients {
    private static final long SLOWEST_TICK = TimeUnit.SECONDS.toNanos(1);
    private static final long FASTEST_TICK = TimeUnit.MILLISECONDS.toNanos(10);

    private final Set<Conversation> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private long now = System.nanoTime();

    private SlowClients() {}

    /** Starts the sweep. Its tick is an eighth of the shortest time-out, at most a second. */
    static SlowClients on(EventLoop loop, DoorSettings settings) {
        var clients = new SlowClients();
        var shortest =
                List.of(settings.headerTimeout(), settings.bodyTimeout(), settings.idleTimeout())
                        .stream()
                        .min(java.time.Duration::compareTo)
                        .orElseThrow()
                        .toNanos();
        var tick = Math.clamp(shortest / 8, FASTEST_TICK, SLOWEST_TICK);
        loop.scheduleAtFixedRate(clients::sweep, tick, tick, TimeUnit.NANOSECONDS);
        return clients;
    }

    /** The time of the last tick, in the terms of {@link System#nanoTime}. */
    long now() {
        return now;
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
        now = System.nanoTime();
        var late = new ArrayList<Conversation>();
        for (var conversation : open) {
            if (conversation.patience().isOver(now)) {
                late.add(conversation);
            }
        }
        late.forEach(Conversation::cutOff);
    }
}
