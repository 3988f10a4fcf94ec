package dev.latchkey.factor;

import dev.latchkey.core.factor.Totp;
import dev.latchkey.core.factor.TotpSecret;
import dev.latchkey.testkit.Http.Answer;

import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/** An authenticator app, with the same clock as the server. */
record App(TotpSecret secret, Clock clock) {
    private static final Pattern SHOWN = Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)<");

    /** The app of who could not scan: they type what the page shows. */
    static App of(Answer page, Clock clock) {
        var shown = SHOWN.matcher(page.text());
        if (!shown.find()) {
            throw new AssertionError("no secret on this page: " + page.text());
        }
        return new App(TotpSecret.parse(shown.group(1)).orElseThrow(), clock);
    }

    String code() {
        return Totp.code(secret, Totp.step(clock.instant()));
    }

    String codeIn(Duration time) {
        return Totp.code(secret, Totp.step(clock.instant().plus(time)));
    }

    /** Six digits that are wrong now, and a step before and after. */
    String wrongCode() {
        for (int i = 0; ; i++) {
            var guess = "%06d".formatted(i);
            if (Totp.match(secret, guess, clock.instant()).isEmpty()) {
                return guess;
            }
        }
    }
}
