package dev.latchkey.core.federation;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.key.OneTimes;
import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.session.Grant;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/**
 * Takes a browser back from a provider: step, state, code, identity, account, organization,
 * session; in this order.
 */
public final class CompleteSignIn {

    /**
     * What came back.
     *
     * @param sealedStep the cookie's value, or null
     * @param needsOrganization whether this door founds one for somebody who belongs to none
     */
    public record Command(
            String door,
            String redirectUri,
            @Nullable String sealedStep,
            @Nullable String state,
            @Nullable String code,
            boolean needsOrganization,
            Origin origin) {}

    /**
     * How it ended.
     *
     * @param founded whether the user became owner of an organization of their own
     */
    public record Completed(Grant grant, String returnTo, boolean founded) {}

    private final Sealer sealer;
    private final OneTimes oneTimes;
    private final Providers providers;
    private final ArriveUser arrive;
    private final Clock clock;

    public CompleteSignIn(
            Sealer sealer, OneTimes oneTimes, Providers providers, ArriveUser arrive, Clock clock) {
        this.sealer = sealer;
        this.oneTimes = oneTimes;
        this.providers = providers;
        this.arrive = arrive;
        this.clock = clock;
    }

    /**
     * Refuses with SignInStepInvalid (step or state missing, forged, expired, replayed, another
     * door's), ProviderFailed, CodeInvalid, InvitationInvalid, NotAMember, AccountNotActive;
     * nothing is created then.
     */
    public Completed run(Command command) {
        var step = step(command);
        var code = command.code();
        if (code == null || code.isEmpty()) {
            throw new Refused(new Refusal.ProviderFailed("it gave no code"));
        }
        var provider =
                providers
                        .find(step.provider())
                        .orElseThrow(() -> new Refused(new Refusal.ProviderUnknown()));
        var answer =
                new Provider.Answer(
                        step.door(), step.redirectUri(), code, step.nonce(), step.verifier());
        var arrival = provider.arrive(answer, command.origin());
        return arrive.run(arrival, step, command.needsOrganization(), command.origin());
    }

    private SignInStep step(Command command) {
        var step = open(command.sealedStep()).orElseThrow(CompleteSignIn::invalid);
        var fits =
                step.door().equals(command.door())
                        && step.redirectUri().equals(command.redirectUri())
                        && command.state() != null
                        && MessageDigest.isEqual(
                                step.state().getBytes(StandardCharsets.UTF_8),
                                command.state().getBytes(StandardCharsets.UTF_8))
                        && clock.instant().isBefore(step.expiresAt());
        if (!fits || !oneTimes.claim(TokenHash.of("step " + step.state()), step.expiresAt())) {
            throw invalid();
        }
        return step;
    }

    private Optional<SignInStep> open(@Nullable String sealed) {
        if (sealed == null || sealed.length() > 8192) {
            return Optional.empty();
        }
        try {
            return sealer.open(BeginSignIn.PURPOSE, Base64.getUrlDecoder().decode(sealed))
                    .map(SignInStep::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Refused invalid() {
        return new Refused(new Refusal.SignInStepInvalid());
    }
}
