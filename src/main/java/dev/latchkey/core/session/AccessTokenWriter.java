package dev.latchkey.core.session;

import dev.latchkey.core.Ids;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Membership;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Decides what an access token says about its session. */
public final class AccessTokenWriter {
    /** A signed token and when it ends. */
    record Written(String text, Instant expiresAt) {}

    private final AccessTokens tokens;
    private final String audience;
    private final Clock clock;
    private final Ids ids;
    private final Duration lifetime;

    /**
     * @param audience who the tokens are for: this server, by its public URL
     */
    public AccessTokenWriter(
            AccessTokens tokens, String audience, Clock clock, Ids ids, Duration lifetime) {
        this.tokens = tokens;
        this.audience = audience;
        this.clock = clock;
        this.ids = ids;
        this.lifetime = lifetime;
    }

    Written write(Session session, User user, @Nullable Membership membership, Carrier carrier) {
        var now = clock.instant();
        var latest = now.plus(lifetime);
        var end = latest.isBefore(session.expiresAt()) ? latest : session.expiresAt();
        var id = carrier == Carrier.SESSION_TOKEN ? session.id().toString() : ids.next().toString();
        var text =
                tokens.sign(
                        new AccessClaims(
                                id,
                                user.id(),
                                session.id(),
                                audience,
                                now,
                                end,
                                claims(user, membership)));
        return new Written(text, end);
    }

    private static Map<String, Object> claims(User user, @Nullable Membership membership) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("email", user.email().text());
        claims.put("email_verified", user.isEmailVerified());
        claims.put("user_fname", user.firstName());
        claims.put("user_lname", user.lastName());
        if (user.avatarUrl() != null) {
            claims.put("user_avatar_url", user.avatarUrl());
        }
        if (membership != null) {
            claims.put("org_id", membership.organization().id().toString());
            claims.put("org_slug", membership.organization().slug());
            claims.put("org_name", membership.organization().name());
            claims.put("user_org_role", membership.role().name());
        }
        return claims;
    }
}
