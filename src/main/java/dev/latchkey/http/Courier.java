package dev.latchkey.http;

import io.netty.util.concurrent.EventExecutor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Takes calls from one event loop to handlers' threads, and replies back. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Desk desk;
    private final EventExecutor loop;

    Courier(Desk desk, EventExecutor loop) {
        this.desk = desk;
        this.loop = loop;
    }

    /** Runs the call's handler; {@code back} gets the reply on the event loop. */
    void carry(ReceivedCall call, Consumer<Reply> back) {
        try {
            desk.run(() -> carryBack(call, Answers.blocking(call), back));
        } catch (RejectedExecutionException _) {
            throw HttpProblem.of(503, "This server is stopping.");
        }
    }

    private void carryBack(ReceivedCall call, Reply reply, Consumer<Reply> back) {
        try {
            loop.execute(() -> back.accept(reply));
        } catch (RejectedExecutionException _) {
            LOG.warn("request {} was answered after the door had closed", call.requestId());
        }
    }
}
