package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Other people's sign-in servers, as they are configured.
 *
 * @param checked what became of a check, or null
 */
public record ProvidersView(
        List<Row> rows, String csrf, @Nullable Checked checked, @Nullable String problem) {

    /** A check: null when all was well, else what was wrong. */
    public record Checked(String name, @Nullable String problem) {}

    /** One of them. */
    public record Row(
            String id,
            String name,
            String kind,
            String issuer,
            String linked,
            boolean usual,
            List<Door> doors) {}

    /** Who uses it, and the redirect URI to register there. */
    public record Door(String name, String redirectUri) {}
}
