package dev.latchkey.mail;

import java.io.IOException;

/** A letter that no attempt can deliver, such as one to what is no address. */
public final class Undeliverable extends IOException {
    private static final long serialVersionUID = 1;

    Undeliverable(String why) {
        super(why);
    }
}
