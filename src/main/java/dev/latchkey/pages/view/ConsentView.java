package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The question whether an application may know something.
 *
 * @param items what, in words
 * @param step the question, sealed
 * @param problem why the last try did not work, or null
 */
public record ConsentView(
        String client,
        String email,
        List<String> items,
        String csrf,
        String step,
        @Nullable String problem) {}
