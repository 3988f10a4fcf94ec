package dev.latchkey.mail;

import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.mail.MailQueue;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties the queue: each message is delivered once, or tried again after a growing while. */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration RESERVATION = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int POLL_SECONDS = 5;
    private static final int BATCH = 20;

    private final MailQueue queue;
    private final SealedMessages messages;
    private final Delivery delivery;
    private final Clock clock;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean closing;
    private @Nullable Thread thread;

    public Courier(MailQueue queue, Sealer sealer, Delivery delivery, Clock clock) {
        this.queue = queue;
        this.messages = new SealedMessages(sealer);
        this.delivery = delivery;
        this.clock = clock;
    }

    public void start() {
        thread = Thread.ofVirtual().name("courier").start(this::run);
    }

    /** Says that there may be something to deliver. */
    public void wake() {
        work.release();
    }

    /** Delivers what is due now; gives how many messages were tried. */
    public int deliverDue() {
        var now = clock.instant();
        var due = queue.claim(now, now.plus(RESERVATION), BATCH);
        due.forEach(this::deliver);
        return due.size();
    }

    private void run() {
        while (!closing) {
            try {
                if (deliverDue() == 0) {
                    work.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS);
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("The mail queue cannot be read and will be tried again: {}", e.getMessage());
                pause();
            }
        }
    }

    private void deliver(MailQueue.Waiting waiting) {
        try {
            delivery.deliver(messages.open(waiting.sealed()), clock.instant());
            queue.done(waiting.id());
        } catch (IOException | RuntimeException e) {
            var pause = pauseAfter(waiting.attempts());
            LOG.warn("Message {} was not delivered (try again in {}): {}", waiting.id(), pause, e.getMessage());
            queue.retry(waiting.id(), clock.instant().plus(pause));
        }
    }

    private static Duration pauseAfter(int failures) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void pause() {
        try {
            work.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        work.release();
        var running = thread;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
