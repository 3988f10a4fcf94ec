package dev.latchkey.mail;

import java.io.IOException;

/** One way of bringing a letter to its reader. */
public interface Delivery {

    /**
     * Returns when somebody else has taken charge of it, and throws otherwise: it will be tried
     * again.
     *
     * @throws Undeliverable when no attempt can ever succeed
     */
    void deliver(Letter letter) throws IOException;
}
