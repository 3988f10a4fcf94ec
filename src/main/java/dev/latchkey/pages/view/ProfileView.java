package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

/**
 * What somebody is called.
 *
 * @param csrf the form's token
 * @param done what was done just now, in words, or null
 */
public record ProfileView(
        String csrf,
        String firstName,
        String lastName,
        String userName,
        String email,
        @Nullable String done,
        Told told) {}
