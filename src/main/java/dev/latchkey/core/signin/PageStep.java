package dev.latchkey.core.signin;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.key.Sealer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Seals what a hosted page has to know between its form and its answer, so that nobody can change
 * it on the way: where the browser goes next, for one purpose, for an hour.
 */
public final class PageStep {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int LONGEST = 8192;

    private final Sealer sealer;
    private final Clock clock;

    public PageStep(Sealer sealer, Clock clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    public String seal(String purpose, String text) {
        var plain = clock.instant().plus(LIFETIME).toEpochMilli() + " " + text;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sealer.seal(purpose, plain.getBytes(StandardCharsets.UTF_8)));
    }

    /** Refuses with SignInStepInvalid when it is forged, expired or of another purpose. */
    public String open(String purpose, String sealed) {
        return find(purpose, sealed)
                .orElseThrow(() -> new Refused(new Refusal.SignInStepInvalid()));
    }

    private Optional<String> find(String purpose, String sealed) {
        if (sealed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return sealer.open(purpose, Base64.getUrlDecoder().decode(sealed))
                    .map(plain -> new String(plain, StandardCharsets.UTF_8))
                    .filter(this::isFresh)
                    .map(text -> text.substring(text.indexOf(' ') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isFresh(String text) {
        return clock.millis() < Long.parseLong(text.substring(0, text.indexOf(' ')));
    }
}
