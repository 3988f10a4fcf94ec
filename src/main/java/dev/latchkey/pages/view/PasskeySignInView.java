package dev.latchkey.pages.view;

/** Signing in with a passkey alone. */
public record PasskeySignInView(PasskeyView form, boolean possible, Told told) {}
