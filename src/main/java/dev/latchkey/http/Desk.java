package dev.latchkey.http;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What all connections of one door share: settings, writer, threads, and whether it is closing. */
final class Desk {
    private final DoorSettings settings;
    private final ReplyWriter writer;
    private final Proxies proxies;
    private final ExecutorService handlers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory());
    private volatile boolean closing;

    Desk(DoorSettings settings) {
        this.settings = settings;
        this.writer = new ReplyWriter(settings.hsts(), Clock.systemUTC());
        this.proxies = new Proxies(settings.trustedProxies());
    }

    DoorSettings settings() {
        return settings;
    }

    ReplyWriter writer() {
        return writer;
    }

    ExecutorService handlers() {
        return handlers;
    }

    Proxies proxies() {
        return proxies;
    }

    /** From now on every answer is the last on its connection. */
    void beginClosing() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }
}
