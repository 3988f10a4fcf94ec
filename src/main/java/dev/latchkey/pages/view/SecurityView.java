package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Somebody's own second factors.
 *
 * @param recoveryCodes how many are left
 * @param any whether a sign-in asks for one
 * @param done what was just done, or null
 */
public record SecurityView(
        String csrf,
        boolean authenticator,
        List<Key> passkeys,
        boolean passkeysPossible,
        int recoveryCodes,
        boolean any,
        @Nullable String done,
        Told told) {

    /** A passkey. */
    public record Key(
            String id, String name, boolean synced, String createdAt, @Nullable String usedAt) {}
}
