package dev.latchkey.pages.view;

/**
 * The sign-in form.
 *
 * @param csrf the form's token
 * @param step where to go afterwards, sealed, or empty
 * @param email the name as it was typed
 * @param signUpOffered whether strangers may make accounts
 */
public record LoginView(String csrf, String step, String email, boolean signUpOffered, Told told) {}
