package dev.latchkey.core.federation;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.key.OneTimes;
import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** Seals sign-in steps for their way through the browser, and takes each back once. */
public final class SignInSteps {
    private static final String PURPOSE = "sign-in step";
    private static final int LONGEST = 8192;

    /**
     * What a step says before it is over, for the page that has to say how it failed.
     *
     * @param linking whether it links an identity to an account instead of signing in
     */
    public record Glimpse(String returnTo, boolean linking) {}

    private final Sealer sealer;
    private final OneTimes oneTimes;
    private final Clock clock;

    public SignInSteps(Sealer sealer, OneTimes oneTimes, Clock clock) {
        this.sealer = sealer;
        this.oneTimes = oneTimes;
        this.clock = clock;
    }

    String seal(SignInStep step) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sealer.seal(PURPOSE, step.bytes()));
    }

    /** What a cookie of ours holds, used up or not; nothing when it is none of ours. */
    public Optional<Glimpse> glimpse(@Nullable String sealed) {
        return open(sealed).map(step -> new Glimpse(step.returnTo(), step.linkTo() != null));
    }

    /**
     * Refuses with SignInStepInvalid when it is missing, forged, expired, replayed, another door's
     * or another provider's.
     */
    SignInStep take(Returned back) {
        var step = open(back.sealedStep()).orElseThrow(SignInSteps::invalid);
        var fits =
                step.door().equals(back.door())
                        && step.redirectUri().equals(back.redirectUri())
                        && back.state() != null
                        && MessageDigest.isEqual(
                                step.state().getBytes(StandardCharsets.UTF_8),
                                back.state().getBytes(StandardCharsets.UTF_8))
                        && clock.instant().isBefore(step.expiresAt());
        if (!fits || !oneTimes.claim(TokenHash.of("step " + step.state()), step.expiresAt())) {
            throw invalid();
        }
        return step;
    }

    private Optional<SignInStep> open(@Nullable String sealed) {
        if (sealed == null || sealed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return sealer.open(PURPOSE, Base64.getUrlDecoder().decode(sealed)).map(SignInStep::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Refused invalid() {
        return new Refused(new Refusal.SignInStepInvalid());
    }
}
