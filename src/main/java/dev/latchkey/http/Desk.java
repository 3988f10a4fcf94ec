package dev.latchkey.http;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What all connections of one door share, and whether it is closing. */
final class Desk {
    private final DoorSettings settings;
    private final ReplyWriter writer;
    private final Proxies proxies;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ExecutorService handlers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory());
    private final Capacity capacity;
    private volatile boolean closing;

    Desk(DoorSettings settings) {
        this.settings = settings;
        this.writer = new ReplyWriter(settings.hsts(), Clock.systemUTC());
        this.proxies = new Proxies(settings.trustedProxies());
        this.capacity = new Capacity(settings.maxConnections());
    }

    DoorSettings settings() {
        return settings;
    }

    ReplyWriter writer() {
        return writer;
    }

    Proxies proxies() {
        return proxies;
    }

    Capacity capacity() {
        return capacity;
    }

    ChannelGroup connections() {
        return connections;
    }

    /** Runs a handler on a virtual thread of its own. */
    void run(Runnable handler) {
        handlers.execute(handler);
    }

    /** From now on every answer is the last on its connection. */
    void beginClosing() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    /** Waits until all answers are given and all handlers are done; at the deadline ends them. */
    void endBy(long deadline) {
        connections.newCloseFuture().awaitUninterruptibly(left(deadline), TimeUnit.NANOSECONDS);
        handlers.shutdown();
        try {
            if (!handlers.awaitTermination(left(deadline), TimeUnit.NANOSECONDS)) {
                handlers.shutdownNow();
            }
        } catch (InterruptedException e) {
            handlers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        connections.close().awaitUninterruptibly();
    }

    private static long left(long deadline) {
        return Math.max(0, deadline - System.nanoTime());
    }
}
