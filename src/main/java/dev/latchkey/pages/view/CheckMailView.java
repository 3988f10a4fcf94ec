package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

/**
 * Tells that a mail is on its way, and offers another.
 *
 * @param csrf the form's token
 * @param address who may be mailed again, sealed
 * @param step where to go after the sign-in that follows, sealed, or empty
 * @param notice how asking again went, or null
 * @param sent whether it went well
 */
public record CheckMailView(
        String csrf,
        String email,
        String address,
        String step,
        @Nullable String notice,
        boolean sent) {}
