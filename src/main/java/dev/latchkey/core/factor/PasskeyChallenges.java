package dev.latchkey.core.factor;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.code.Pkce;
import dev.latchkey.core.key.OneTimes;
import dev.latchkey.core.signin.PageStep;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Challenges for authenticators: 256 random bits, good for ten minutes, for one purpose, for one
 * user, and once. They travel sealed with the form.
 */
public final class PasskeyChallenges {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String PURPOSE = "passkey challenge ";

    /** What it is made for; one is never good for another. */
    enum Purpose {
        REGISTER,
        SECOND_FACTOR,
        SIGN_IN
    }

    /**
     * A challenge to show.
     *
     * @param text base64url
     * @param sealed to come back with the answer
     */
    public record Challenge(String text, String sealed) {}

    /** A challenge that came back. */
    record Opened(String text, Instant expiresAt) {
        byte[] bytes() {
            return Base64.getUrlDecoder().decode(text);
        }
    }

    private final PageStep steps;
    private final OneTimes oneTimes;
    private final Clock clock;

    public PasskeyChallenges(PageStep steps, OneTimes oneTimes, Clock clock) {
        this.steps = steps;
        this.oneTimes = oneTimes;
        this.clock = clock;
    }

    /**
     * @param user null when it is for whoever it turns out to be
     */
    Challenge fresh(Purpose purpose, @Nullable UserId user) {
        var text = Pkce.random();
        var end = clock.instant().plus(LIFETIME).toEpochMilli();
        return new Challenge(
                text, steps.seal(PURPOSE + purpose, text + " " + end + " " + name(user)));
    }

    /** Refuses with SignInStepInvalid. */
    Opened open(Purpose purpose, @Nullable UserId user, String sealed) {
        var words = steps.open(PURPOSE + purpose, sealed).split(" ");
        var end = Instant.ofEpochMilli(Long.parseLong(words[1]));
        if (!words[2].equals(name(user)) || !clock.instant().isBefore(end)) {
            throw new Refused(new Refusal.SignInStepInvalid());
        }
        return new Opened(words[0], end);
    }

    /** Inside a transaction: uses it up. Refuses with FactorWrong when it was used before. */
    void claim(Opened challenge) {
        if (!oneTimes.claim(TokenHash.of(PURPOSE + challenge.text()), challenge.expiresAt())) {
            throw new Refused(new Refusal.FactorWrong());
        }
    }

    private static String name(@Nullable UserId user) {
        return user == null ? "-" : user.toString();
    }
}
