package dev.latchkey.pages.view;

/**
 * A way to another sign-in server.
 *
 * @param id names its style
 * @param text what it says
 */
public record ProviderButton(String id, String text, String href) {}
