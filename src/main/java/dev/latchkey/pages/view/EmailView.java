package dev.latchkey.pages.view;

/**
 * A form that asks for an email address.
 *
 * @param csrf the form's token
 * @param step where to go after the sign-in that follows, sealed, or empty
 * @param current the address that the account has, or empty
 * @param email as it was typed
 */
public record EmailView(String csrf, String step, String current, String email, Told told) {}
