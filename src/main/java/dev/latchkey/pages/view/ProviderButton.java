package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

/**
 * A way to another sign-in server.
 *
 * @param id names its style
 * @param text what it says
 * @param logo where its picture is, or null
 */
public record ProviderButton(String id, String text, @Nullable String logo, String href) {}
