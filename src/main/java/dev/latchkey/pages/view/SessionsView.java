package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Where somebody is signed in.
 *
 * @param csrf the form's token
 * @param done what was done just now, in words, or null
 */
public record SessionsView(
        String csrf, List<Row> sessions, @Nullable String done, @Nullable String problem) {

    /**
     * One sign-in.
     *
     * @param place what is known of where the address is, or empty
     * @param current the one this page is seen in
     */
    public record Row(
            String id,
            String device,
            String through,
            String address,
            String place,
            Moment seen,
            Moment since,
            boolean current) {}
}
