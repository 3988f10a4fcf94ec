package dev.latchkey.pages;

import dev.latchkey.core.language.Bundle;
import dev.latchkey.core.language.Language;
import dev.latchkey.http.Call;
import dev.latchkey.http.Cookie;
import dev.latchkey.http.Reply;
import dev.latchkey.pages.view.Text;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which language somebody is spoken to in: the one they asked for ({@code ui_locales}, OpenID
 * Connect Core 3.1.2.1), which their browser remembers, else the one their browser prefers, else
 * the server's own.
 */
public final class Tongue {
    static final String PARAMETER = "ui_locales";
    private static final String COOKIE = "latchkey_language";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Bundle bundle;
    private final Language standard;
    private final boolean secure;
    private final String cookieName;

    Tongue(Bundle bundle, Language standard, boolean secure) {
        this.bundle = bundle;
        this.standard = standard;
        this.secure = secure;
        this.cookieName = secure ? "__Host-" + COOKIE : COOKIE;
    }

    Text of(Call call) {
        return new Text(bundle, language(call));
    }

    Language language(Call call) {
        return asked(call)
                .or(() -> best(call.cookie(cookieName)))
                .or(() -> best(call.header("Accept-Language")))
                .orElse(standard);
    }

    /** The page, and what makes the browser remember the language that was asked for with it. */
    Reply remembering(Call call, Reply page) {
        return asked(call)
                .map(language ->
                        page.with(new Cookie(cookieName, language.tag(), "/", secure, REMEMBERED)))
                .orElse(page);
    }

    private static Optional<Language> asked(Call call) {
        return Queries.readable(call).getOrDefault(PARAMETER, List.of()).stream()
                .findFirst()
                .flatMap(Tongue::best);
    }

    private static Optional<Language> best(@Nullable String wishes) {
        return wishes == null ? Optional.empty() : Language.best(wishes);
    }
}
