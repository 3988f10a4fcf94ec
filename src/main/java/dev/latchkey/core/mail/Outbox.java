package dev.latchkey.core.mail;

import java.time.Instant;
import java.util.List;

/** Messages that were written down instead of sent, on a server without SMTP. */
public interface Outbox {

    /** A message and when it was written. */
    record Letter(Instant at, Message message) {}

    /** Newest first, at most {@code limit}. */
    List<Letter> latest(int limit);
}
