package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The signing keys.
 *
 * @param done what was done just now, in words, or null
 */
public record KeysView(
        List<Row> keys, String csrf, @Nullable String done, @Nullable String problem) {

    /**
     * One key.
     *
     * @param state in words
     */
    public record Row(String id, String algorithm, String state, Moment made) {}
}
