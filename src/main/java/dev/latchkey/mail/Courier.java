package dev.latchkey.mail;

import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.mail.MailQueue;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Empties the queue, one letter at a time: delivered, or tried again after a pause that grows from
 * 5 seconds to an hour, or given up after three days. What fails is told in the log at each
 * attempt, without what it says. Several nodes may share a queue.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /**
     * Longer than the longest conversation with a mail server, so that no other node takes the
     * letter meanwhile.
     */
    private static final Duration RESERVATION = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final int POLL_SECONDS = 3;

    private final MailQueue queue;
    private final SealedMessages messages;
    private final Delivery delivery;
    private final Clock clock;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean closing;
    private volatile @Nullable Thread thread;

    public Courier(MailQueue queue, Sealer sealer, Delivery delivery, Clock clock) {
        this.queue = queue;
        this.messages = new SealedMessages(sealer);
        this.delivery = delivery;
        this.clock = clock;
    }

    public void start() {
        thread = Thread.ofVirtual().name("courier").start(this::run);
    }

    /** Says that there may be something to deliver. Never waits. */
    public void wake() {
        work.release();
    }

    /** Delivers what is due now; gives how many letters were tried. */
    public int deliverDue() {
        int tried = 0;
        while (!closing) {
            var now = clock.instant();
            var due = queue.claim(now, now.plus(RESERVATION), 1);
            if (due.isEmpty()) {
                break;
            }
            due.forEach(this::attempt);
            tried += due.size();
        }
        return tried;
    }

    private void run() {
        while (!closing) {
            try {
                deliverDue();
            } catch (RuntimeException e) {
                LOG.warn(
                        "The mail queue does not answer and will be asked again: {}",
                        e.getMessage());
            }
            rest();
        }
    }

    private void attempt(MailQueue.Waiting waiting) {
        try {
            delivery.deliver(
                    new Letter(waiting.id(), messages.open(waiting.sealed()), waiting.createdAt()));
        } catch (Undeliverable e) {
            giveUp(waiting, e);
            return;
        } catch (IOException | RuntimeException e) {
            later(waiting, e);
            return;
        }
        queue.done(waiting.id());
    }

    private void later(MailQueue.Waiting waiting, Exception why) {
        var now = clock.instant();
        if (waiting.createdAt().plus(PATIENCE).isBefore(now)) {
            giveUp(waiting, why);
            return;
        }
        var pause = pauseAfter(waiting.attempts());
        LOG.warn(
                "Mail {} was not delivered, next try in {} s: {}",
                waiting.id(),
                pause.toSeconds(),
                why.getMessage());
        queue.retry(waiting.id(), now.plus(pause));
    }

    private void giveUp(MailQueue.Waiting waiting, Exception why) {
        LOG.error(
                "Mail {} is given up after {} tries: {}",
                waiting.id(),
                waiting.attempts() + 1,
                why.getMessage());
        queue.done(waiting.id());
    }

    private static Duration pauseAfter(int failures) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Until somebody wakes it, or a letter may be due again. */
    private void rest() {
        try {
            if (!closing && work.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException _) {
            closing = true;
        }
    }

    /**
     * Lets the letter at hand go out, for five seconds at the most; the others wait in the queue.
     */
    @Override
    public void close() {
        closing = true;
        wake();
        var running = thread;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(FAREWELL)) {
                running.interrupt();
                running.join(FAREWELL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
