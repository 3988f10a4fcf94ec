package dev.latchkey.core.federation;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.code.Pkce;
import dev.latchkey.core.org.InvitationCode;
import dev.latchkey.core.org.OrgId;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;

/** Sends a browser to a provider, and seals what has to be the same when it comes back. */
public final class BeginSignIn {

    /** How the names of the cookies begin that bind sign-ins to browsers. */
    public static final String COOKIE_PREFIX = "latchkey_step_";

    /** How long somebody may take at the provider. */
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    /**
     * What the door knows.
     *
     * @param redirectUri the door's own callback, absolute
     * @param returnTo where the browser goes afterwards, checked by the door against the redirect
     *     rules
     * @param linkTo whose account the identity is to be linked to, or null for a sign-in
     */
    public record Command(
            Provider provider,
            String door,
            String redirectUri,
            String returnTo,
            @Nullable OrgId organization,
            @Nullable InvitationCode invitation,
            @Nullable UserId linkTo,
            Origin origin) {}

    /**
     * Where to send the browser, and the cookie that binds it.
     *
     * @param cookieName tells several sign-ins in one browser apart
     */
    public record Begun(String location, String cookieName, String cookieValue) {}

    private final SignInSteps steps;
    private final FailedArrivals failures;
    private final Clock clock;

    public BeginSignIn(SignInSteps steps, FailedArrivals failures, Clock clock) {
        this.steps = steps;
        this.failures = failures;
        this.clock = clock;
    }

    /** Refuses with ProviderFailed when the provider is down. */
    public Begun run(Command command) {
        var step = step(command);
        var question =
                new Provider.Question(
                        command.door(),
                        command.redirectUri(),
                        step.state(),
                        step.nonce(),
                        Pkce.challengeOf(step.verifier()));
        try {
            var location = command.provider().authorizationUrl(question);
            return new Begun(location, cookieName(step.state()), steps.seal(step));
        } catch (Refused refused) {
            failures.note(command.provider().id(), refused.refusal(), command.origin());
            throw refused;
        }
    }

    private SignInStep step(Command command) {
        return new SignInStep(
                command.door(),
                command.provider().id(),
                command.redirectUri(),
                Pkce.random(),
                Pkce.random(),
                Pkce.random(),
                command.returnTo(),
                command.organization() == null ? null : command.organization().toString(),
                command.invitation() == null ? null : command.invitation().text(),
                command.linkTo(),
                clock.instant().plus(LIFETIME));
    }

    /** The cookie that belongs to a state, for whoever reads it back. */
    public static String cookieName(String state) {
        var safe = state.replaceAll("[^A-Za-z0-9]", "");
        return COOKIE_PREFIX + safe.substring(0, Math.min(8, safe.length()));
    }
}
