package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The accounts that somebody looks for.
 *
 * @param text what was typed
 * @param status {@code active}, {@code disabled} or empty for any
 * @param next where the next page is, or null
 * @param first where the first page is, or null when this is it
 */
public record UsersView(
        String text,
        String status,
        List<Row> users,
        @Nullable String next,
        @Nullable String first) {

    /**
     * One account.
     *
     * @param name in words; the email's when there is none
     * @param seen the last sign-in, or null
     */
    public record Row(
            String id,
            String name,
            String email,
            boolean active,
            boolean administrator,
            @Nullable Moment seen) {}
}
