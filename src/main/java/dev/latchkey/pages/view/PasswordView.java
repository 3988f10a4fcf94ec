package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

/**
 * A new password.
 *
 * @param csrf the form's token
 * @param secret the token of the mailed link, or empty on the account page
 * @param user whose password it is, for password stores
 * @param currentAsked whether the current one has to be given
 * @param done what was done just now, in words, or null
 */
public record PasswordView(
        String csrf,
        String secret,
        String user,
        boolean currentAsked,
        @Nullable String done,
        Told told) {}
