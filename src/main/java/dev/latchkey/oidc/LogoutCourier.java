package dev.latchkey.oidc;

import dev.latchkey.core.client.ClientRegistry;
import dev.latchkey.core.code.LogoutNotice;
import dev.latchkey.core.code.LogoutNotices;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells clients in the background that a session ended (OpenID Connect Back-Channel Logout 1.0):
 * again after a failure, with growing pauses, for a day.
 */
public final class LogoutCourier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogoutCourier.class);

    /** Longer than the longest attempt, so that no other node takes the notice meanwhile. */
    private static final Duration RESERVATION = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final int POLL_SECONDS = 3;
    private static final int AT_ONCE = 32;

    private final LogoutNotices notices;
    private final ClientRegistry clients;
    private final LogoutSender sender;
    private final Clock clock;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean closing;
    private volatile @Nullable Thread thread;

    public LogoutCourier(
            LogoutNotices notices, ClientRegistry clients, LogoutSender sender, Clock clock) {
        this.notices = notices;
        this.clients = clients;
        this.sender = sender;
        this.clock = clock;
    }

    public void start() {
        thread = Thread.ofVirtual().name("logout-courier").start(this::run);
    }

    /** Says that there may be something to send. Never waits. */
    public void wake() {
        work.release();
    }

    private void run() {
        while (!closing) {
            try {
                while (!closing && sendDue() > 0) {
                    Thread.yield();
                }
            } catch (RuntimeException e) {
                LOG.warn("The logout notices cannot be read now: {}", e.getMessage());
            }
            rest();
        }
    }

    /** Each on a thread of its own: a client that does not answer keeps no other waiting. */
    private int sendDue() {
        var now = clock.instant();
        var due = notices.claim(now, now.plus(RESERVATION), AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(notice -> threads.submit(() -> attempt(notice)));
        }
        return due.size();
    }

    private void attempt(LogoutNotice notice) {
        try {
            var client = clients.find(notice.clientId()).orElse(null);
            var uri = client == null ? null : client.settings().backChannelLogoutUri();
            if (client != null && uri != null) {
                sender.send(client, uri, notice);
            }
            notices.done(notice.id());
        } catch (IOException | RuntimeException e) {
            later(notice, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void later(LogoutNotice notice, Exception why) {
        var now = clock.instant();
        if (notice.createdAt().plus(PATIENCE).isBefore(now)) {
            LOG.error(
                    "Client {} was not told that a session ended, and will not be: {}",
                    notice.clientId(),
                    why.getMessage());
            notices.done(notice.id());
            return;
        }
        var pause = pauseAfter(notice.attempts());
        LOG.warn(
                "Client {} was not told that a session ended; next try in {} s: {}",
                notice.clientId(),
                pause.toSeconds(),
                why.toString());
        notices.retry(notice.id(), now.plus(pause));
    }

    private static Duration pauseAfter(int failures) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void rest() {
        try {
            if (!closing && work.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException _) {
            closing = true;
        }
    }

    /** Lets what is under way finish, for five seconds at the most; the rest waits in the store. */
    @Override
    public void close() {
        closing = true;
        wake();
        var running = thread;
        try (sender) {
            if (running != null && !running.join(FAREWELL)) {
                running.interrupt();
                running.join(FAREWELL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
