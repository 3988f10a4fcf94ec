package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The landing page.
 *
 * @param name who is signed in, or null when nobody is
 */
public record HomeView(
        @Nullable String name,
        String email,
        List<String> organizations,
        boolean signUpOffered,
        boolean outbox) {}
