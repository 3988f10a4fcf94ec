package dev.latchkey.oidc;

import dev.latchkey.core.session.Session;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A request to sign out that was found good.
 *
 * @param sessionId of the hint ({@code sid}), or null without a hint
 * @param target where the browser goes afterwards, with the state; or null for a page of ours
 */
record LogoutAsked(@Nullable String sessionId, @Nullable String target) {

    boolean names(Session session) {
        return session.id().toString().equals(sessionId);
    }

    String text() {
        return (sessionId == null ? "" : sessionId) + " " + (target == null ? "" : target);
    }

    static LogoutAsked of(String text) {
        var words = List.of(text.split(" ", 2));
        return new LogoutAsked(orNull(words.get(0)), orNull(words.get(1)));
    }

    private static @Nullable String orNull(String word) {
        return word.isEmpty() ? null : word;
    }
}
