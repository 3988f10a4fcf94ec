package dev.latchkey.door;

import dev.latchkey.core.Refusal;
import dev.latchkey.http.Call;
import dev.latchkey.http.Cookie;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Why a browser is sent to the sign-in page by a door that has no page of its own to say it on. It
 * is said once.
 */
public final class Notice {
    private static final String NAME = "latchkey_notice";
    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private Notice() {}

    public static Cookie of(Refusal refusal, boolean secure) {
        return new Cookie(NAME, refusal.getClass().getSimpleName(), "/", secure, LIFETIME);
    }

    /** The refusal's name, or null: whoever shows it looks up the words for it. */
    public static @Nullable String read(Call call) {
        var value = call.cookie(NAME);
        return value != null && value.matches("[A-Za-z]{1,40}") ? value : null;
    }

    public static Cookie cleared(boolean secure) {
        return Cookie.cleared(NAME, "/", secure);
    }
}
