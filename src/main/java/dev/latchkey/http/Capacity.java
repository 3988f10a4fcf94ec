package dev.latchkey.http;

import io.netty.channel.Channel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts connections, so that nobody can take all the memory and file descriptors there are. */
final class Capacity {
    private static final Logger LOG = LoggerFactory.getLogger(Capacity.class);
    private static final long TOLD_NANOS = 60_000_000_000L;

    private final int most;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - TOLD_NANOS);

    Capacity(int most) {
        this.most = most;
    }

    /** Takes a place until the connection ends; false when there is none left. */
    boolean admit(Channel channel) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            tell();
            return false;
        }
        channel.closeFuture().addListener(closed -> open.decrementAndGet());
        return true;
    }

    /** Once a minute: a flood must not fill the log. */
    private void tell() {
        var now = System.nanoTime();
        var before = toldAt.get();
        if (now - before >= TOLD_NANOS && toldAt.compareAndSet(before, now)) {
            LOG.warn("There are {} connections, as many as allowed; new ones are closed", most);
        }
    }
}
