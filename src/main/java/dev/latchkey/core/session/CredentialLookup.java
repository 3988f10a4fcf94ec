package dev.latchkey.core.session;

import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.token.ApiToken;
import dev.latchkey.core.token.ApiTokens;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks a credential up in the store: signature first where there is one, then always the session
 * or token itself.
 */
public final class CredentialLookup {
    private final AccessTokens accessTokens;
    private final Sessions sessions;
    private final ApiTokens apiTokens;
    private final Accounts accounts;
    private final Members members;
    private final FactorGate gate;
    private final SessionLife life;
    private final Clock clock;

    public CredentialLookup(
            AccessTokens accessTokens,
            Sessions sessions,
            ApiTokens apiTokens,
            Accounts accounts,
            Members members,
            FactorGate gate,
            SessionLife life,
            Clock clock) {
        this.accessTokens = accessTokens;
        this.sessions = sessions;
        this.apiTokens = apiTokens;
        this.accounts = accounts;
        this.members = members;
        this.gate = gate;
        this.life = life;
        this.clock = clock;
    }

    /** What is known already of somebody whose other session or token is remembered. */
    interface Known {
        @Nullable Profile of(UserId user);
    }

    Optional<Checked> find(Credential credential, Known known) {
        var now = clock.instant();
        return switch (credential) {
            case Credential.Cookie(var text) ->
                    Secret.parse(SecretKind.SESSION_COOKIE, text)
                            .flatMap(secret ->
                                    sessions.findByCookie(
                                            SessionId.of(secret.owner()), secret.hash()))
                            .flatMap(found ->
                                    ofSession(found, found.session().expiresAt(), now, known));
            case Credential.Bearer(var text) ->
                    Secret.parse(SecretKind.API_TOKEN, text)
                            .map(secret ->
                                    apiTokens
                                            .find(secret.hash())
                                            .flatMap(token -> ofApiToken(token, now, known)))
                            .orElseGet(() -> ofAccessToken(text, now, known));
        };
    }

    private Optional<Checked> ofAccessToken(String text, Instant now, Known known) {
        return accessTokens
                .verify(text, now)
                .flatMap(verified ->
                        sessions.findOwned(verified.session())
                                .flatMap(found ->
                                        ofSession(found, verified.expiresAt(), now, known)));
    }

    private Optional<Checked> ofSession(
            Sessions.Owned found, Instant credentialEnd, Instant now, Known known) {
        var session = found.session();
        var user = found.user();
        if (!life.isLive(session, now)
                || !user.isActive()
                || gate.isOutlawed(user, session.method())) {
            return Optional.empty();
        }
        var end = life.end(session);
        var goodUntil = credentialEnd.isBefore(end) ? credentialEnd : end;
        var profile = profile(user, found.memberships(), known.of(user.id()));
        return Optional.of(new Checked(profile, session, null, session.organization(), goodUntil));
    }

    private Optional<Checked> ofApiToken(ApiToken token, Instant now, Known known) {
        if (!token.isLive(now)) {
            return Optional.empty();
        }
        var goodUntil = token.expiresAt() == null ? Instant.MAX : token.expiresAt();
        return accounts.find(token.user())
                .filter(User::isActive)
                .map(user -> profile(user, null, known.of(user.id())))
                .map(profile ->
                        new Checked(profile, null, token.id(), token.organization(), goodUntil));
    }

    /**
     * Sessions of one person stand on one profile. All changes of memberships forget it but one:
     * which was used last, and that is written together with the last sign-in.
     */
    private Profile profile(
            User user, @Nullable List<Membership> memberships, @Nullable Profile known) {
        if (known != null && known.user().equals(user)) {
            return known;
        }
        return new Profile(user, memberships != null ? memberships : members.of(user.id()));
    }
}
