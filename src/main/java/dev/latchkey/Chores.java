package dev.latchkey;

import dev.latchkey.core.figure.CountHours;
import dev.latchkey.core.session.Activity;
import dev.latchkey.crypto.KeyRing;
import dev.latchkey.mail.Outbox;
import dev.latchkey.store.Housekeeping;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What a server does by itself from time to time: makes and takes in signing keys, writes down when
 * credentials were used, removes what has expired and letters that nobody needs any more, and
 * counts what happened.
 */
final class Chores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    private static final int KEYS_SECONDS = 60;

    /** While a database has at hand what it was asked for. */
    private static final int ACTIVITY_SECONDS = 1;

    private static final int HOUSEKEEPING_SECONDS = 60;
    private static final int OUTBOX_SECONDS = 3600;
    private static final int FIGURES_SECONDS = 30;
    private static final int BATCH = 500;
    private static final int PATIENCE_SECONDS = 5;

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> {
                var thread = new Thread(task, "chores");
                thread.setDaemon(true);
                return thread;
            });
    private final KeyRing keys;
    private final Activity activity;
    private final Housekeeping housekeeping;
    private final Outbox outbox;
    private final CountHours figures;
    private final Clock clock;

    Chores(
            KeyRing keys,
            Activity activity,
            Housekeeping housekeeping,
            Outbox outbox,
            CountHours figures,
            Clock clock) {
        this.keys = keys;
        this.activity = activity;
        this.housekeeping = housekeeping;
        this.outbox = outbox;
        this.figures = figures;
        this.clock = clock;
    }

    void start() {
        timer.execute(() -> guarded("signing keys", keys::prepare));
        timer.scheduleWithFixedDelay(
                () -> guarded("signing keys", keys::reload),
                KEYS_SECONDS,
                KEYS_SECONDS,
                TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(
                () -> guarded("activity", activity::flush),
                ACTIVITY_SECONDS,
                ACTIVITY_SECONDS,
                TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(
                () -> guarded("housekeeping", this::clean),
                HOUSEKEEPING_SECONDS,
                HOUSEKEEPING_SECONDS,
                TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(
                () -> guarded("outbox", () -> outbox.clean(clock.instant())),
                HOUSEKEEPING_SECONDS,
                OUTBOX_SECONDS,
                TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(
                () -> guarded("figures", figures::run),
                FIGURES_SECONDS,
                FIGURES_SECONDS,
                TimeUnit.SECONDS);
    }

    /** Small batches, so that nobody waits long behind one. */
    private void clean() {
        while (housekeeping.run(clock.instant(), BATCH) >= BATCH) {
            Thread.yield();
        }
    }

    /** A chore that fails is told and tried again at its next turn. */
    private static void guarded(String name, Runnable chore) {
        try {
            chore.run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed and will be tried again", name, e);
        }
    }

    /** Lets a chore under way finish, since it needs the database. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A chore did not finish within {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        guarded("activity", activity::flush);
    }
}
