package dev.latchkey.pages.view;

/**
 * Making a passkey.
 *
 * @param name what it will be called
 */
public record NewPasskeyView(PasskeyView form, String name, Told told) {}
