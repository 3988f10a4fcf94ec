package dev.latchkey.pages.view;

/**
 * A form that a passkey fills in.
 *
 * @param action where it leads
 * @param step where to go afterwards, sealed, or empty
 * @param challenge sealed, to come back
 * @param options for the script
 */
public record PasskeyView(
        String csrf, String action, String step, String challenge, String options) {}
