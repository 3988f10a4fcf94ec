package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Somebody's API tokens.
 *
 * @param csrf the form's token
 * @param name as it was typed
 * @param fresh the secret of one that was made just now: shown here, and never again
 * @param done what was done just now, in words, or null
 */
public record TokensView(
        String csrf,
        List<Row> tokens,
        String name,
        String lifetime,
        List<Choice> lifetimes,
        @Nullable String fresh,
        @Nullable String done,
        Told told) {

    /**
     * One of them.
     *
     * @param used null: never
     * @param ends null: never
     */
    public record Row(
            String id,
            String name,
            String shown,
            Moment made,
            @Nullable Moment used,
            @Nullable Moment ends) {}

    /** How long one may live. */
    public record Choice(String value, String text) {}
}
