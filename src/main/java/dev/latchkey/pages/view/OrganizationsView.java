package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The organizations whose name begins as asked for, and the form for one more.
 *
 * @param search as it was typed
 * @param more where the next ones are, or null when there are none
 * @param name of the one to be, as it was typed
 * @param owner its owner's email, as it was typed
 */
public record OrganizationsView(
        String search,
        List<Row> rows,
        @Nullable String more,
        String csrf,
        @Nullable String done,
        String name,
        String slug,
        String owner,
        Told told) {

    /** One organization. */
    public record Row(String href, String name, String slug, Moment made) {}
}
