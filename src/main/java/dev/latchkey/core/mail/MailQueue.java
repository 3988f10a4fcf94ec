package dev.latchkey.core.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The store of messages that wait to be delivered. */
public interface MailQueue {

    /**
     * A message as it waits.
     *
     * @param sealed recipient, subject and text, sealed, since they hold tokens in the clear
     * @param attempts deliveries that failed so far
     */
    record Waiting(UUID id, byte[] sealed, int attempts, Instant createdAt) {}

    void put(UUID id, byte[] sealed, Instant createdAt);

    /**
     * Messages that are due, reserved for this caller until {@code until}. No two callers get the
     * same one.
     */
    List<Waiting> claim(Instant now, Instant until, int limit);

    void done(UUID id);

    void retry(UUID id, Instant nextTry);
}
