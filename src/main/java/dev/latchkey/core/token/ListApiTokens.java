package dev.latchkey.core.token;

import dev.latchkey.core.account.UserId;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** A user looks at the tokens of their own, newest first. */
public final class ListApiTokens {

    /**
     * Tokens as they were at one moment.
     *
     * @param lasting whether nothing about them changes by the passing of time alone
     */
    public record Listed(List<ApiToken> tokens, Instant at, boolean lasting) {}

    private final ApiTokens tokens;
    private final Clock clock;

    public ListApiTokens(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The expired and revoked ones too. */
    public Listed all(UserId user) {
        var owned = tokens.of(user);
        var now = clock.instant();
        var lasting =
                owned.stream().allMatch(token -> token.expiresAt() == null || !token.isLive(now));
        return new Listed(owned, now, lasting);
    }

    /** Those that work right now. */
    public List<ApiToken> live(UserId user) {
        var now = clock.instant();
        return tokens.of(user).stream().filter(token -> token.isLive(now)).toList();
    }
}
