package dev.latchkey.pages.view;

import java.util.List;

/**
 * The question which organization a sign-in is for.
 *
 * @param csrf the form's token
 * @param step where to go afterwards, sealed, or empty
 * @param email whose sign-in it is
 */
public record OrganizationView(
        String csrf, String step, String email, List<Choice> choices, Told told) {

    /** An organization. */
    public record Choice(String id, String name, boolean selected) {}
}
