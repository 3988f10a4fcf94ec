package dev.latchkey.core.federation;

import dev.latchkey.core.code.Pkce;
import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.org.InvitationCode;
import dev.latchkey.core.org.OrgId;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** Sends a browser to a provider, and seals what has to be the same when it comes back. */
public final class BeginSignIn {
    static final String PURPOSE = "sign-in step";

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
     */
    public record Command(
            Provider provider,
            String door,
            String redirectUri,
            String returnTo,
            @Nullable OrgId organization,
            @Nullable InvitationCode invitation) {}

    /**
     * Where to send the browser, and the cookie that binds it.
     *
     * @param cookieName tells several sign-ins in one browser apart
     */
    public record Begun(String location, String cookieName, String cookieValue) {}

    private final Sealer sealer;
    private final Clock clock;

    public BeginSignIn(Sealer sealer, Clock clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Refuses with ProviderFailed when the provider is down. */
    public Begun run(Command command) {
        var state = Pkce.random();
        var nonce = Pkce.random();
        var verifier = Pkce.random();
        var step =
                new SignInStep(
                        command.door(),
                        command.provider().id(),
                        command.redirectUri(),
                        state,
                        nonce,
                        verifier,
                        command.returnTo(),
                        command.organization() == null ? null : command.organization().toString(),
                        command.invitation() == null ? null : command.invitation().text(),
                        clock.instant().plus(LIFETIME));
        var location =
                command.provider()
                        .authorizationUrl(
                                new Provider.Question(
                                        command.door(),
                                        command.redirectUri(),
                                        state,
                                        nonce,
                                        Pkce.challengeOf(verifier)));
        var sealed =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(sealer.seal(PURPOSE, step.bytes()));
        return new Begun(location, cookieName(state), sealed);
    }

    /** The cookie that belongs to a state, for whoever reads it back. */
    public static String cookieName(String state) {
        var safe = state.replaceAll("[^A-Za-z0-9]", "");
        return COOKIE_PREFIX + safe.substring(0, Math.min(8, safe.length()));
    }
}
