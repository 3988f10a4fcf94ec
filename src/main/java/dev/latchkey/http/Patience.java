package dev.latchkey.http;

import java.time.Duration;

/** What one connection is waiting for, and since when. Belongs to one event loop. */
final class Patience {
    enum Awaited {
        FIRST_BYTE,
        NEXT_REQUEST,
        HEAD,
        BODY,
        HANDLER,
        PEER_CLOSE
    }

    /** How long a peer may go on sending after its answer, so that it gets to read that answer. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final DoorSettings settings;
    private final SlowClients clock;
    private Awaited awaited = Awaited.FIRST_BYTE;
    private long since;

    Patience(DoorSettings settings, SlowClients clock) {
        this.settings = settings;
        this.clock = clock;
        this.since = clock.now();
    }

    void await(Awaited what) {
        awaited = what;
        since = clock.now();
    }

    /** Bytes are there: between requests, that is the beginning of the next head. */
    void bytesArrived() {
        if (awaited == Awaited.NEXT_REQUEST || awaited == Awaited.FIRST_BYTE) {
            await(Awaited.HEAD);
        }
    }

    Awaited awaited() {
        return awaited;
    }

    boolean isOver(long now) {
        return awaited != Awaited.HANDLER && now - since > limit().toNanos();
    }

    private Duration limit() {
        return switch (awaited) {
            case FIRST_BYTE, HEAD -> settings.headerTimeout();
            case BODY -> settings.bodyTimeout();
            case NEXT_REQUEST -> settings.idleTimeout();
            case PEER_CLOSE -> LINGER;
            case HANDLER -> throw new IllegalStateException("a handler takes its time");
        };
    }
}
