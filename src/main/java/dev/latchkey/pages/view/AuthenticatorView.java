package dev.latchkey.pages.view;

/**
 * A secret for an authenticator app, and the question for its first code.
 *
 * @param action where the form leads
 * @param step where to go after the sign-in, sealed, or empty
 * @param offer the secret, sealed
 * @param secret the secret, for who cannot scan
 * @param demanded the settings demand it, in the middle of a sign-in
 */
public record AuthenticatorView(
        String csrf,
        String action,
        String step,
        String offer,
        String secret,
        QrView picture,
        boolean demanded,
        Told told) {}
