package dev.latchkey.pages;

import java.io.IOException;
import java.util.List;

/** Messages that were written down instead of sent, on a server without SMTP. */
@FunctionalInterface
public interface Letters {

    /**
     * A message.
     *
     * @param date as its header says it
     */
    record Letter(String to, String subject, String date, String text) {}

    /** The newest first, at most {@code limit}. */
    List<Letter> newest(int limit) throws IOException;
}
