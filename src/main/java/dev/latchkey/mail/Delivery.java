package dev.latchkey.mail;

import dev.latchkey.core.mail.Message;
import java.io.IOException;
import java.time.Instant;

/** One way of bringing a message to its reader. */
public interface Delivery {

    /** Throws when the message has not arrived; it will be tried again. */
    void deliver(Message message, Instant at) throws IOException;
}
