package dev.latchkey.pages.view;

/**
 * The form for an account that an administrator makes.
 *
 * @param password whether a password is given, instead of a link mailed
 */
public record NewUserView(
        String csrf,
        String email,
        String userName,
        String firstName,
        String lastName,
        boolean password,
        boolean verified,
        boolean administrator,
        Told told) {}
