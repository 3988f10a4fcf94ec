package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

/**
 * Tells that an address has to be proven by the link in a mail, and offers another mail.
 *
 * @param csrf the form's token
 * @param address who may be mailed again, sealed
 * @param step where to go after the sign-in that follows, sealed, or empty
 * @param problem why asking again did not work, or null
 */
public record CheckMailView(
        String csrf,
        String email,
        String address,
        String step,
        Mail mail,
        @Nullable String problem) {

    /** What has become of the mail. */
    public enum Mail {
        SENT,
        SENT_AGAIN,
        SENT_EARLIER
    }
}
