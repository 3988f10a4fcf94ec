package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What somebody let applications know.
 *
 * @param done what was done just now, in words, or null
 */
public record ApplicationsView(
        List<Row> applications, String csrf, @Nullable String done, @Nullable String problem) {

    /**
     * One application.
     *
     * @param items what it may know, in words
     */
    public record Row(String id, String name, List<String> items, Moment since) {}
}
